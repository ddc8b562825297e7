import { useLayoutEffect, useRef } from 'react';
import { pendingFocus } from '../ui/page-heading.tsx';

/** True from a press of Back or Forward until the page it led to is shown. */
let isGoingBack = false;
window.addEventListener('popstate', () => {
  isGoingBack = true;
});

/** What the server wrote into the head of the first page: its addresses and description, true of that page only. */
const ofFirstPage = [
  'link[rel="canonical"]',
  'link[rel="alternate"][hreflang]',
  'meta[name="description"]',
  'meta[property^="og:"]',
  'script[type="application/ld+json"]',
].join(', ');

/**
 * After a change of page the new heading takes the focus and the view starts at the top; Back and Forward
 * leave the scroll position to the browser. The first page of a visit is left alone.
 */
export const usePageChange = (pageKey: string): void => {
  const previous = useRef(pageKey);
  // A layout effect runs before the effects of the new page's heading, which reads what is set here.
  useLayoutEffect(() => {
    const wasBack = isGoingBack;
    isGoingBack = false;
    if (previous.current === pageKey) return;
    previous.current = pageKey;
    pendingFocus.isWanted = true;
    for (const tag of document.head.querySelectorAll(ofFirstPage)) tag.remove();
    if (!wasBack) window.scrollTo(0, 0);
  });
};
