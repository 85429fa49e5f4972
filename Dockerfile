# The service and the command line in one image. It has not been built yet: no container engine runs where it was written.
FROM python:3.12-slim AS build
WORKDIR /source
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/paragraf
COPY constraints.txt ./
# The CPU wheel of torch first: the default one brings some 5 GB for graphics cards.
RUN /opt/paragraf/bin/pip install --index-url https://download.pytorch.org/whl/cpu "$(grep '^torch==' constraints.txt)"
COPY pyproject.toml README.md LICENSE paragraf.py ./
COPY indexer indexer
COPY service service
COPY prompts prompts
COPY eval eval
RUN /opt/paragraf/bin/pip install --constraint constraints.txt .

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 paragraf && install --directory --owner paragraf /home/paragraf/.cache
COPY --from=build /opt/paragraf /opt/paragraf
ENV PATH=/opt/paragraf/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PARAGRAF_HOST=0.0.0.0
USER paragraf
WORKDIR /home/paragraf
EXPOSE 8000
ENTRYPOINT ["paragraf"]
CMD ["serve"]
