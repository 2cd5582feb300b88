"""Why a request to Telegram got no answer, in words for whoever runs the bot."""

from __future__ import annotations

import ssl

import aiohttp


def unanswered(error: BaseException) -> str:
    """Why no answer came. The text of the error itself is not used: some quote the address, which holds the token."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "the name of the host is not known (DNS)"
        case ssl.SSLCertVerificationError():
            return "no trust in its certificate (TLS)"
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return "it speaks no TLS that is understood here"
        case aiohttp.ClientHttpProxyError():
            return f"the proxy answers {error.status}"
        case aiohttp.ClientProxyConnectionError():
            return f"the proxy is not reached, {_of_system(error.os_error)}"
        case aiohttp.ClientConnectorError():
            return _of_system(error.os_error)
        case aiohttp.ConnectionTimeoutError():
            return "no connection in time"
        case TimeoutError():
            return "no answer in time"
        case aiohttp.ServerDisconnectedError() | ConnectionError():
            return "the connection is cut"
    return type(error).__name__


def _of_system(error: OSError) -> str:
    return "connection refused" if isinstance(error, ConnectionRefusedError) else error.strerror or type(error).__name__
