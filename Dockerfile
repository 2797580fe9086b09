# The same scripts as README: what continuous integration runs is what is built here.
FROM node:20-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /grondslag
# The embedded database is compiled here, against the headers that come with Node: no binary is fetched from elsewhere.
ENV npm_config_nodedir=/usr/local npm_config_build_from_source=true npm_config_update_notifier=false
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 GRONDSLAG_DATA_DIR=/data npm_config_update_notifier=false
WORKDIR /grondslag
# Owned by root: the program runs as `node` and can't change its own files.
COPY --from=build /grondslag /grondslag
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
