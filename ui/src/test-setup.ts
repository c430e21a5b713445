import { cleanup } from "@testing-library/react";
import { startWords } from "./i18n";

startWords("it");
afterEach(cleanup);
