import { useState } from 'react';

/** The newest value that was there: what stays on the page while the next is awaited or has failed. */
export function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
