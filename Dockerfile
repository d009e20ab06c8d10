# The API and the command line. Build: docker build -t mandate . — or `docker compose up`, which starts Neo4j beside it.
# Run: docker run -p 127.0.0.1:4000:4000 -e MANDATE_ACCESS=open mandate. The image itself does not decide who may read: README, "Access".
FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY bin bin
COPY cypher cypher
COPY data data
COPY examples examples
COPY src src
COPY schema.graphql LICENSE README.md ./
RUN mkdir .mandate && chown node:node .mandate
USER node
EXPOSE 4000
VOLUME /app/.mandate
CMD ["node", "bin/mandate.js", "start"]
ENV HOST=0.0.0.0
