import type { ExampleOperation } from './example-operations.js';
import { FIRST_QUERY } from './first-query.js';

/** The page of GraphiQL, below a menu of examples. An example opens in a tab of its own, and other tabs stay. */
export function renderGraphiQLPage(examples: readonly ExampleOperation[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trunkline</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>
body { margin: 0; overflow: hidden; }
#menu { box-sizing: border-box; height: 34px; padding: 6px 16px; font: 14px/1.5 system-ui, sans-serif; }
#root, #root .graphiql-container { height: calc(100vh - 34px); }
</style>
</head>
<body id="body" class="no-focus-outline">
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="menu">
<label>Examples <select id="examples">
<option value="">choose one of ${examples.length}</option>
${renderGroup('Queries', examples, 'query')}
${renderGroup('Mutations', examples, 'mutation')}
</select></label>
</div>
<div id="root"></div>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/begin.js"></script>
</body>
</html>
`;
}

function renderGroup(title: string, examples: readonly ExampleOperation[], kind: ExampleOperation['kind']): string {
  const options = examples
    .filter((example) => example.kind === kind)
    // What is percent-encoded needs no escape in HTML, and a name has letters only.
    .map(({ name, query }) => `<option value="/graphiql?query=${encodeURIComponent(query)}">${name}</option>`);
  return [`<optgroup label="${title}">`, ...options, '</optgroup>'].join('\n');
}

const KEPT_AFTER_MS = 700;

/** Starts GraphiQL. What `query` in the URL holds, GraphiQL opens in a tab. */
export const START_SCRIPT = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: function (moduleId, label) { return '/graphiql/worker-' + label + '.js'; },
};
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify({
  endpoint: '/graphql',
  title: 'Trunkline',
  defaultQuery: FIRST_QUERY,
})});
(function (menu) {
  // A browser that goes back may bring the last choice back too.
  menu.value = '';
  // GraphiQL keeps its tabs half a second after a change: what is left at once is lost.
  menu.addEventListener('change', function () {
    if (menu.value) setTimeout(function () { location.assign(menu.value); }, ${KEPT_AFTER_MS});
  });
})(document.querySelector('#examples'));
`;
