/** PostgreSQL takes 65,535 parameters in a statement; smaller ones are parsed faster and let others in between. */
const parametersAtOnce = 5000;

/** Cuts rows into batches that fit one statement. */
export const batches = <T extends object>(rows: readonly T[]): readonly (readonly T[])[] => {
  const columns = Math.max(1, Object.keys(rows[0] ?? {}).length);
  const size = Math.max(1, Math.floor(parametersAtOnce / columns));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
};
