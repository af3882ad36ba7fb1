# Maillage: built from the lockfile, run without privileges on a read-only root file system.
FROM node:20-bookworm-slim AS construction
WORKDIR /app
COPY package.json package-lock.json ./
# only the embedded graph has an install script that it needs: it puts its binary in place
RUN npm ci --ignore-scripts --no-audit --no-fund && npm rebuild @ladybugdb/core
COPY . .
RUN node scripts/build.js && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production MAILLAGE_DATA=/data MAILLAGE_HOST=0.0.0.0 MAILLAGE_PORT=3000
WORKDIR /app
COPY --from=construction /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.MAILLAGE_PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/maillage.js"]
CMD ["serve", "--si-vide", "seeds/documents"]
