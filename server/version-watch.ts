import type { DatasetVersion } from '#core/place/provenance.ts';

/** Keeps the current versions for a moment: every request asks for them. */
export interface VersionWatch {
  current(): Promise<readonly DatasetVersion[]>;
  /** Forgets what it keeps, after an import. */
  forget(): void;
}

/**
 * @param read reads them from the database.
 * @param maxAgeMs how long they are believed: for ever where this process is the only writer, shortly
 * where another process may import.
 */
export const watchVersions = (
  read: () => Promise<readonly DatasetVersion[]>,
  maxAgeMs: number,
): VersionWatch => {
  let kept: { readonly readAt: number; readonly versions: Promise<readonly DatasetVersion[]> } | null = null;
  return {
    current: () => {
      const now = performance.now();
      if (kept !== null && now - kept.readAt <= maxAgeMs) return kept.versions;
      const reading = { readAt: now, versions: read() };
      kept = reading;
      // A failed reading is not kept.
      reading.versions.catch(() => {
        if (kept === reading) kept = null;
      });
      return reading.versions;
    },
    forget: () => {
      kept = null;
    },
  };
};
