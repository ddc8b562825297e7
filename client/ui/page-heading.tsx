import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from './language-context.tsx';

/**
 * Whether the page shown now was come to from another page of the map. The shell sets it on a change of
 * page; the heading takes the focus then, once, so that keyboard and screen reader start where the eye does.
 */
export const pendingFocus = { isWanted: false };

/** The one h1 of a page; also the document's title. `children` stand in its place when it is more than text. */
export const PageHeading = ({ title, children }: { title: string; children?: ReactNode }) => {
  const { common } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === common.title ? title : `${title} – ${common.title}`;
  }, [title, common.title]);
  useEffect(() => {
    if (!pendingFocus.isWanted) return;
    pendingFocus.isWanted = false;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="page-heading">
      {children ?? title}
    </h1>
  );
};
