import { fill, formatNumber } from '#core/language/format.ts';
import { compareNames } from '#core/language/sorting.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { type Option, Select } from '../../ui/select.tsx';
import { placeName } from './parish-columns.tsx';
import { useCells } from './use-access.ts';
import type { AccessView } from './view.ts';

interface PlaceSelectsProps {
  readonly places: readonly { readonly id: string; readonly nameLv: string; readonly nameEn: string }[];
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>) => void;
}

/** The same choice as by a click on the map: a territory, then one of its inhabited cells. */
export function PlaceSelects({ places, view, update }: PlaceSelectsProps) {
  const language = useLanguage();
  const { access } = useWords();
  const cells = useCells(view.territory).data;
  const none: Option<string> = { value: '', label: access.chooseNone };
  const byLabel = (a: Option<string>, b: Option<string>) => compareNames(language, a.label, b.label);
  const territories = places.map((row) => ({ value: row.id, label: placeName(row, language) }));
  const homes = (cells?.features ?? []).map(({ id, properties }) => ({
    value: id,
    label: fill(access.cellOption, {
      place: properties.nearestSettlement,
      people: formatNumber(language, properties.people),
      id,
    }),
  }));
  return (
    <>
      <Select
        label={access.choosePlace}
        value={view.territory}
        options={[none, ...territories.sort(byLabel)]}
        onChange={(territory) => update({ territory, cell: '', way: 1, journey: 1 })}
      />
      {view.territory === '' || homes.length === 0 ? null : (
        <Select
          label={access.chooseCell}
          value={view.cell}
          options={[{ value: '', label: access.farthestCell }, ...homes.sort(byLabel)]}
          onChange={(cell) => update({ cell, way: 1, journey: 1 })}
        />
      )}
    </>
  );
}
