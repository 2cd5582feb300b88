# Two stages: the first has pip, the second only Python and what was installed.
FROM python:3.11-slim AS build
WORKDIR /build
RUN python -m venv /opt/afterword
COPY requirements.lock ./
RUN /opt/afterword/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY scheduler scheduler
COPY storage storage
RUN /opt/afterword/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /opt/afterword/bin/pip uninstall --yes setuptools pip

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --no-create-home afterword \
 && install -d -o afterword -g afterword -m 0700 /data
COPY --from=build /opt/afterword /opt/afterword
ENV AFTERWORD_DATA_DIR=/data PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER afterword
WORKDIR /data
VOLUME /data
ENTRYPOINT ["/opt/afterword/bin/afterword"]
CMD ["run"]
