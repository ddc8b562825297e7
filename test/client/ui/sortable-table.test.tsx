import '../with-words.ts';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';
import { type Column, SortableTable } from '../../../client/ui/sortable-table.tsx';

afterEach(cleanup);

interface Row {
  readonly name: string;
  readonly people: number | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Nosaukums', value: (row) => row.name, isRowHeader: true },
  { key: 'people', title: 'Iedzīvotāji', value: (row) => row.people, isNumeric: true },
];

const rows: readonly Row[] = [
  { name: 'Zante', people: 20 },
  { name: 'Čaki', people: null },
  { name: 'Cēre', people: 100 },
];

const show = () =>
  render(
    <LanguageProvider language="lv">
      <SortableTable
        caption="Pagasti"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
        initialSort={{ key: 'name', isDescending: false }}
      />
    </LanguageProvider>,
  );

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const head = (name: RegExp) => screen.getByRole('columnheader', { name });

describe('SortableTable', () => {
  it('sorts by the Latvian alphabet at first and says so', () => {
    show();
    expect(names()).toEqual(['Cēre', 'Čaki', 'Zante']);
    expect(head(/Nosaukums/).getAttribute('aria-sort')).toBe('ascending');
    expect(head(/Iedzīvotāji/).hasAttribute('aria-sort')).toBe(false);
  });

  it('sorts by the column pressed, then the other way, blanks last both times', async () => {
    show();
    const press = () => userEvent.click(within(head(/Iedzīvotāji/)).getByRole('button'));
    await press();
    expect(names()).toEqual(['Zante', 'Cēre', 'Čaki']);
    expect(head(/Iedzīvotāji/).getAttribute('aria-sort')).toBe('ascending');
    await press();
    expect(names()).toEqual(['Cēre', 'Zante', 'Čaki']);
    expect(head(/Iedzīvotāji/).getAttribute('aria-sort')).toBe('descending');
  });

  it('is named by its caption', () => {
    show();
    expect(screen.getByRole('table', { name: 'Pagasti' })).toBeTruthy();
  });
});
