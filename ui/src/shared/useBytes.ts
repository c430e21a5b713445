/** Bytes of the engine (PDF pages, images) as an address an `<img>` can show. */
import { useEffect, useState } from "react";

/** A `blob:` address of these bytes while they are shown; released afterwards. */
export function useBlobUrl(bytes: ArrayBuffer | undefined, type: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!bytes) return setUrl(undefined);
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return url;
}
