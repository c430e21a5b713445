/** A page of a PDF as the engine draws it, and the way to the others. */
import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./Button";
import { useBlobUrl } from "./useBytes";

/** Pixels asked of the engine: twice the width shown, for sharp text. */
const WIDTH = 1240;

interface PdfPreviewProps {
  /** Names what is shown; its first word is the area. */
  of: QueryKey;
  /** Further areas whose writes change it. */
  reads?: readonly string[];
  pages: () => Promise<number>;
  /** The page, from 0, as a PNG so many pixels wide. */
  page: (page: number, width: number) => Promise<ArrayBuffer>;
  /** Where it stands alone under a title that says what it is. */
  untitled?: boolean;
  /** What stands in the place of a page that cannot be drawn. */
  missing: string;
}

export function PdfPreview({ of, reads = [], untitled = false, missing, ...ask }: PdfPreviewProps) {
  const { t } = useTranslation("shared");
  const [wanted, setPage] = useState(1);
  const meta = { reads };
  const shared = { placeholderData: keepPreviousData, gcTime: 0, meta };
  const { data: pages = 1 } = useQuery({ queryKey: [...of, "pages"], queryFn: ask.pages, ...shared });
  const page = Math.min(wanted, pages);
  const { data, isError, isFetching } = useQuery({
    queryKey: [...of, "page", page],
    queryFn: () => ask.page(page - 1, WIDTH),
    ...shared,
  });
  const url = useBlobUrl(data, "image/png");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop here what it is scrolled in could not be scrolled by keyboard
    <figure tabIndex={0} aria-busy={isFetching} className="flex flex-col gap-2 rounded-sm">
      <figcaption className={untitled && pages === 1 ? "sr-only" : "flex min-h-8 items-center justify-between gap-2"}>
        <span className="text-sm font-medium text-ink-2">{t("preview.title")}</span>
        {pages > 1 ? (
          <span className="flex items-center">
            <IconButton label={t("preview.before")} isDisabled={page === 1} onPress={() => setPage(page - 1)}>
              <ChevronLeft size={16} aria-hidden="true" />
            </IconButton>
            <span className="text-sm text-ink-3 tabular-nums">{t("preview.page", { n: page, of: pages })}</span>
            <IconButton label={t("preview.after")} isDisabled={page === pages} onPress={() => setPage(page + 1)}>
              <ChevronRight size={16} aria-hidden="true" />
            </IconButton>
          </span>
        ) : null}
      </figcaption>
      {url && !isError ? (
        <Picture src={url} alt={t("preview.alt", { n: page })} />
      ) : (
        <div className="flex aspect-[210/297] w-full items-center justify-center rounded-sm border border-line bg-surface p-8 text-center text-ink-3">
          {isError ? missing : ""}
        </div>
      )}
    </figure>
  );
}

/**
 * A page drawn is 9 MB of pixels, which WebKit keeps for as long as its element lives, and the collector that ends it does
 * not know their weight: what leaves the page gives them back at once.
 */
function Picture({ src, alt }: { src: string; alt: string }) {
  const img = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    if (img.current) img.current.src = src;
  }, [src]);
  useLayoutEffect(() => {
    const left = img.current;
    return () => left?.removeAttribute("src");
  }, []);
  return <img ref={img} alt={alt} className="w-full rounded-sm border border-line bg-[#fff]" />;
}
