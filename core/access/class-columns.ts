import type { Classes, MeasureUnit } from './answer.ts';

/** A unit as it stands at the end of a column's name. */
export const unitNames = {
  min: 'Minutes',
  percent: 'Percent',
  venues: 'Venues',
} as const satisfies Record<MeasureUnit, string>;

/**
 * Columns of the residents in each class: "peopleTo15Minutes", "peopleOver15To30Minutes", ...,
 * "peopleOver60Minutes". The upper limit belongs to its class.
 */
export const classColumns = ({ breaks, unit }: Classes): string[] => {
  const text = (value: number) => String(value).replace('.', '_').replace('-', 'Minus');
  return Array.from({ length: breaks.length + 1 }, (_nothing, index) => {
    const [above, to] = [breaks[index - 1], breaks[index]];
    const start = above === undefined ? '' : `Over${text(above)}`;
    return `people${start}${to === undefined ? '' : `To${text(to)}`}${unitNames[unit]}`;
  });
};

/** Limits of the class that a column counts; null where the name is not one of a class, or a limit open. */
export const classOfColumn = (
  column: string,
): { readonly over: number | null; readonly to: number | null; readonly unit: MeasureUnit } | null => {
  const [, over, to, name] = /^people(?:Over([\d_]+))?(?:To([\d_]+))?(\w+)$/.exec(column) ?? [];
  const unit = (Object.keys(unitNames) as MeasureUnit[]).find((one) => unitNames[one] === name);
  if (unit === undefined || (over === undefined && to === undefined)) return null;
  const limit = (text: string | undefined) => (text === undefined ? null : Number(text.replace('_', '.')));
  return { over: limit(over), to: limit(to), unit };
};
