# Two stages: the first has pip, the second only Python and what was installed.
# BASE is any image with python3 of 3.11 or newer at the same place in both stages, and venv for the first; name it by
# digest where builds must be the same: --build-arg BASE=python:3.11-slim@sha256:…
ARG BASE=python:3.11-slim
FROM ${BASE} AS build
WORKDIR /build
RUN python3 -m venv /opt/afterword
COPY requirements.lock ./
RUN /opt/afterword/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY scheduler scheduler
COPY storage storage
RUN /opt/afterword/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && /opt/afterword/bin/pip uninstall --yes setuptools pip

FROM ${BASE}
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="Afterword" \
      org.opencontainers.image.description="A Telegram coach for the time after a job interview" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --system --gid 10001 afterword \
 && useradd --system --uid 10001 --gid 10001 --home-dir /data --no-create-home afterword \
 && install -d -o afterword -g afterword -m 0700 /data
COPY --from=build /opt/afterword /opt/afterword
ENV PATH=/opt/afterword/bin:$PATH AFTERWORD_DATA_DIR=/data AFTERWORD_HEALTH_PORT=8081 \
    PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /data
# Mount a volume at /data, else the store ends with the container. (Declared here, workers would each get one, too.)
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["afterword", "ready"]
ENTRYPOINT ["afterword"]
CMD ["run"]
