# Selaras in one image: docs/deployment.md says how to run it.

FROM node:20-bookworm-slim AS build
WORKDIR /app
# Only where better-sqlite3 has no prebuilt binary for the platform; nothing of it reaches the final image.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends python3 make g++ \
    && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:20-bookworm-slim
LABEL org.opencontainers.image.title="Selaras" org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# The program belongs to root, so that whoever runs it cannot change it.
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/db/migrations ./db/migrations
COPY --from=build /app/db/replica/worker.mjs ./db/replica/worker.mjs
COPY --from=build /app/rubric/models ./rubric/models
COPY --from=build /app/app/use-cases/sample ./app/use-cases/sample
RUN printf '#!/bin/sh\nexec node --enable-source-maps /app/build/node/selaras.mjs "$@"\n' > /usr/local/bin/selaras \
    && chmod 755 /usr/local/bin/selaras \
    && install --directory --mode 700 --owner node --group node /data
USER node
VOLUME /data
EXPOSE 3000
# Asks as the store's users do: whether it takes a write. With DATABASE_URL, /livez says whether pages can be read.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "build/node/serve.mjs"]
