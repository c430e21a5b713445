/** Cells on the clipboard as a spreadsheet takes them: text apart by tabs, and a table that keeps its cells whole. */

/** A true minus is for reading; a spreadsheet computes with the other one. */
const plain = (text: string) => text.replace(/^\u2212/, "-").replace(/[\t\r\n]+/g, " ");

export function putOnClipboard(data: DataTransfer, cells: readonly (readonly string[])[]): void {
  const rows = cells.map((row) => row.map(plain));
  data.setData("text/plain", rows.map((row) => row.join("\t")).join("\n"));
  data.setData("text/html", table(rows));
}

function table(rows: readonly (readonly string[])[]): string {
  const made = document.createElement("table");
  for (const row of rows) {
    const line = made.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return made.outerHTML;
}
