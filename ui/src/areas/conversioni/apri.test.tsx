import { act, renderHook } from "@testing-library/react";
import { setBackend } from "../../ipc/client";
import { useOpener } from "./apri";

test("what is given while others are being opened is opened after them", async () => {
  const asked: unknown[] = [];
  const answers: (() => void)[] = [];
  const value = { nuovi: 2, noti: 0, illeggibili: 0, altri: 0, messaggi: 0, primo: null };
  setBackend(async (_name, { tokens }) => {
    asked.push(tokens);
    await new Promise<void>((done) => answers.push(done));
    return { value, touched: [] };
  });
  const { result } = renderHook(() => useOpener(false));
  await act(async () => {
    void result.current.open(["a"]);
    void result.current.open(["b", "c"]);
  });
  expect([asked, result.current.busy]).toEqual([[["a"]], true]);
  await act(async () => answers[0]?.());
  expect([asked, result.current.busy]).toEqual([[["a"], ["b", "c"]], true]);
  await act(async () => answers[1]?.());
  expect(result.current.busy).toBe(false);
});
