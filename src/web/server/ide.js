// Starts GraphiQL with the analysts' example queries as tabs. Runs in the browser as it stands.
fetch("/pages/ide/examples.json")
  .then((answer) => answer.json())
  .then((examples) => {
    const fetcher = async (question) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(question),
      });
      return answer.json();
    };
    const { createElement } = globalThis.React;
    const ide = createElement(globalThis.GraphiQL, {
      fetcher,
      defaultTabs: examples.map((query) => ({ query })),
      shouldPersistHeaders: false,
    });
    globalThis.ReactDOM.createRoot(document.getElementById("ide")).render(ide);
  });
