# The package, with what it needs at run time and nothing else:
#   docker build -t evs-conformance .
#   docker run --rm -v "$PWD:/work" --user "$(id -u):$(id -g)" evs-conformance run --target https://evs.example.com …
FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# what npm would publish, beside the locked versions of its dependencies
RUN npm pack --silent \
    && mkdir /package \
    && tar -xzf evs-conformance-*.tgz -C /package --strip-components=1 \
    && cp package-lock.json .npmrc /package/ \
    && npm ci --prefix /package --omit=dev --ignore-scripts

FROM node:22-alpine
COPY --from=build /package /opt/evs-conformance
# reports are written to the working directory: whoever runs it may write there, a user of another number as well
RUN chmod +x /opt/evs-conformance/dist/cli/main.js \
    && ln -s /opt/evs-conformance/dist/cli/main.js /usr/local/bin/evs-conformance \
    && mkdir -m 1777 /work
WORKDIR /work
USER 1000:1000
ENTRYPOINT ["evs-conformance"]
CMD ["--help"]
