import { render } from "preact";
import { App } from "./app.tsx";
import { apply } from "./core/settings.ts";
import { followLinks } from "./core/url.ts";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/tables.css";
import "./styles/graphs.css";
import "./styles/reader.css";
import "./styles/print.css";

apply();
followLinks();
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
