// Starts GraphiQL with the analysts' example queries as tabs. Runs in the browser as it stands.
fetch("/pages/ide/examples.json")
  .then((answer) => answer.json())
  .then((examples) => {
    // The key that the pages keep in this tab; what is written under "Headers" comes after it.
    const key = sessionStorage.getItem("mandate:key");
    const fetcher = async (question, { headers } = {}) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          ...headers,
        },
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
