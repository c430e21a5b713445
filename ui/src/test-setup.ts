import { cleanup } from "@testing-library/react";
import { startWords } from "./i18n";

startWords("it");
afterEach(cleanup);

// What jsdom has not: escaping for selectors, and a layout. Everything is 800 by 640, and scrolling arrives at once.
vi.stubGlobal("CSS", { escape: (text: string) => text });
const size = (name: "offsetHeight" | "offsetWidth" | "clientHeight" | "clientWidth", pixels: number) =>
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => pixels });
size("offsetHeight", 640);
size("clientHeight", 640);
size("offsetWidth", 800);
size("clientWidth", 800);
Object.defineProperty(HTMLElement.prototype, "scrollHeight", { configurable: true, get: () => 10_000_000 });
HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, to?: ScrollToOptions | number) {
  this.scrollTop = typeof to === "object" ? (to.top ?? 0) : 0;
  this.dispatchEvent(new Event("scroll"));
} as typeof HTMLElement.prototype.scrollTo;
