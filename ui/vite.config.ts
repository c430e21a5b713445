import locales from "@react-aria/optimize-locales-plugin";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// `--mode specimen` builds the page that shows every shared piece, for looking and for axe; it is never shipped.
export default defineConfig(({ mode }) => ({
  // React Aria speaks thirty languages; the window speaks two
  plugins: [{ ...locales.vite({ locales: ["it-IT", "en-GB", "en-US"] }), enforce: "pre" }, react(), tailwind()],
  clearScreen: false,
  base: "./",
  build: {
    target: "safari16", // the oldest of WebKitGTK, WKWebView and WebView2 that the program meets
    modulePreload: { polyfill: false }, // the polyfill is an inline script, which the CSP refuses
    chunkSizeWarningLimit: 1_000, // read from the disk, not over a wire
    assetsInlineLimit: 0, // fonts and images come from 'self', never from data:
    outDir: mode === "specimen" ? "dist-specimen" : "dist",
    rolldownOptions: { input: mode === "specimen" ? "specimen/index.html" : "index.html" },
  },
  test: {
    environment: "jsdom",
    css: true,
    testTimeout: 20_000,
    globals: true,
    setupFiles: ["./src/test-setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
  },
}));
