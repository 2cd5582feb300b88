"""Pictures as SVG text: values in, text out, the same text for the same values."""
