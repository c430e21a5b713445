import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type Bar, BarChart } from "./BarChart";
import { ChartCard } from "./Card";

const bar = (label: string, height: number): Bar => ({ label, text: label, height, href: `#/righe?${label}` });
const groups = [
  { id: "1", short: "gen", bars: [bar("gennaio 2026: 40,00 €", 500), bar("gennaio 2025: 10,00 €", 125)] },
  { id: "2", short: "feb", bars: [bar("febbraio 2026: −20,00 €", -250), bar("febbraio 2025: 0,00 €", 0)] },
];
const lines = [
  { text: "−20", height: 0 },
  { text: "0", height: 250 },
];

afterEach(cleanup);

test("every bar is a link with its value in its name; one stop of the Tab key, arrows inside", async () => {
  render(<BarChart label="Fatturato" groups={groups} lines={lines} zero={250} />);
  const bars = screen.getAllByRole("link");
  expect(bars.map((one) => one.getAttribute("aria-label"))).toEqual(
    groups.flatMap((group) => group.bars.map((one) => one.label)),
  );
  await userEvent.tab();
  expect(document.activeElement).toBe(bars[0]);
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  expect(document.activeElement).toBe(bars[2]);
  await userEvent.keyboard("{End}{ArrowRight}");
  expect(document.activeElement).toBe(bars[3]);
  await userEvent.keyboard("{Home}");
  expect(document.activeElement).toBe(bars[0]);
  // the value shows over the bar
  expect(screen.getByText("gennaio 2026: 40,00 €")).toBeTruthy();
  await userEvent.tab();
  expect(screen.queryByText("gennaio 2026: 40,00 €")).toBeNull();
});

test("a bar below zero hangs from the line of zero", () => {
  render(<BarChart label="Fatturato" groups={groups} lines={lines} zero={250} />);
  const rects = screen.getAllByRole("link").map((one) => one.querySelectorAll("rect")[1]);
  expect(rects.map((one) => [one?.getAttribute("y"), one?.getAttribute("height")])).toEqual([
    ["25%", "50%"],
    ["62.5%", "12.5%"],
    ["75%", "25%"],
    ["75%", "0%"],
  ]);
});

test("the same numbers as a table, each a link", async () => {
  render(
    <ChartCard
      title="Fatturato per mese"
      note="senza IVA"
      series={["2026", "2025"]}
      groupHead="Mese"
      label="Fatturato"
      groups={groups}
      lines={lines}
      zero={250}
    />,
  );
  await userEvent.click(screen.getByRole("button", { name: "Mostra «Fatturato per mese» come tabella" }));
  expect(screen.getAllByRole("columnheader").map((head) => head.textContent)).toEqual(["Mese", "2026", "2025"]);
  expect(screen.getAllByRole("link").map((one) => one.getAttribute("href"))).toEqual(
    groups.flatMap((group) => group.bars.map((one) => one.href)),
  );
  await userEvent.click(screen.getByRole("button", { name: "Mostra «Fatturato per mese» come grafico" }));
  expect(screen.getByRole("group", { name: "Fatturato" })).toBeTruthy();
});
