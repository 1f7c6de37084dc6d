# The portal: web server and worker in one container, started by `npm start`.
#
#   docker build -t tandem .
#
# It needs, when it runs: DATABASE_URL (a PostgreSQL 15+ elsewhere), APP_ORIGIN, AUTH_SECRET, SMTP_URL, MAIL_FROM.
# .env.example explains them. `npm start` applies migrations before the portal opens, so the first start of a new version
# is also its upgrade. In front of it stands a reverse proxy that speaks https.
#
# The same Node version has to build and run: `npm start` builds again when anything differs, and the image cannot.

# What the portal needs to run, without the tools of development.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

# The database client and the production build.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && rm -rf node_modules .next/cache

FROM node:24-slim
ENV NODE_ENV=production PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
