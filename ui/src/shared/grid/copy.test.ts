import { putOnClipboard } from "./copy";

test("cells go out as a spreadsheet takes them: tabs, a table, a minus that computes", () => {
  const kept = new Map<string, string>();
  const data = { setData: (type: string, text: string) => void kept.set(type, text) } as unknown as DataTransfer;
  putOnClipboard(data, [
    ["12/A", "Caffè <Perù>\tS.n.c.", "\u22121.234,56"],
    ["13/A", "", "97,60"],
  ]);
  expect(kept.get("text/plain")).toBe("12/A\tCaffè <Perù> S.n.c.\t-1.234,56\n13/A\t\t97,60");
  expect(kept.get("text/html")).toBe(
    "<table><tbody><tr><td>12/A</td><td>Caffè &lt;Perù&gt; S.n.c.</td><td>-1.234,56</td></tr>" +
      "<tr><td>13/A</td><td></td><td>97,60</td></tr></tbody></table>",
  );
});
