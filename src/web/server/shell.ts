/** The one page that every address of the pages answers with; what it shows is made in the browser from GraphQL's answers. */
export function shell({
  script,
  style,
  ide,
}: {
  readonly script: string;
  readonly style: string;
  /** Whether the page for queries is there to be linked to. */
  readonly ide: boolean;
}): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Mandate</title>
<link rel="icon" href="/pages/icon.svg" type="image/svg+xml">
<link rel="preload" href="/pages/fonts/be-vietnam-pro-vietnamese-400-normal.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/pages/${style}">
<script type="module" src="/pages/${script}"></script>
</head>
<body>
<div id="app" data-ide="${ide ? "on" : "off"}"></div>
<noscript>Các trang này cần JavaScript. / These pages need JavaScript.</noscript>
</body>
</html>
`;
}

/** GraphiQL, with its own small start script; everything comes from this server. */
export const IDE_SHELL = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · Mandate</title>
<link rel="icon" href="/pages/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/pages/ide/graphiql.min.css">
<link rel="stylesheet" href="/pages/ide/ide.css">
<script defer src="/pages/ide/react.production.min.js"></script>
<script defer src="/pages/ide/react-dom.production.min.js"></script>
<script defer src="/pages/ide/graphiql.min.js"></script>
<script defer src="/pages/ide/ide.js"></script>
</head>
<body>
<main id="ide" aria-label="GraphiQL"></main>
</body>
</html>
`;
