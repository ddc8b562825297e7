import '../with-words.ts';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { TerritoryProperties } from '#core/contract/features/territory.ts';
import { residentsWords } from '#core/language/residents-panel.ts';
import { ResidentsPanel } from '../../../client/features/explore/residents-panel.tsx';
import { LanguageProvider } from '../../../client/ui/language-context.tsx';

afterEach(cleanup);

const unit = (more: Partial<TerritoryProperties>): TerritoryProperties =>
  ({
    kind: 'parish',
    peopleSource: 'CSP: IRS051',
    peopleYears: [],
    peopleByYear: [],
    agesYear: null,
    peopleAged0To14: null,
    peopleAged15To64: null,
    peopleAged65Plus: null,
    ...more,
  }) as TerritoryProperties;

const show = (more: Partial<TerritoryProperties>) =>
  render(
    <LanguageProvider language="lv">
      <ResidentsPanel unit={unit(more)} />
    </LanguageProvider>,
  );
const rows = () =>
  screen.getAllByRole('row').map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
const words = residentsWords.lv;

describe('residents of a unit', () => {
  it('are told by year, the newest first, and by age with shares', () => {
    show({
      peopleYears: ['2024', '2025'],
      peopleByYear: [2000, 1900],
      agesYear: '2024',
      peopleAged0To14: 300,
      peopleAged15To64: 1200,
      peopleAged65Plus: 500,
    });
    expect(rows()).toEqual([
      'GadsIedzīvotāji',
      '20251900',
      '20242000',
      'VecumsIedzīvotājiDaļa',
      '0–1430015 %',
      '15–64120060 %',
      '65 un vairāk50025 %',
    ]);
    expect(screen.getByRole('link', { name: 'CSP: IRS051' }).getAttribute('href')).toContain(
      'data-population-totals',
    );
  });

  it('have no share where a group is not published, and no 0', () => {
    show({ peopleYears: ['2025'], peopleByYear: [1900], agesYear: '2025', peopleAged65Plus: 500 });
    expect(rows().slice(2)).toEqual([
      'VecumsIedzīvotāji',
      `0–14${words.noGroup}`,
      `15–64${words.noGroup}`,
      '65 un vairāk500',
    ]);
  });

  it('say why there is nothing', () => {
    show({});
    expect(screen.getByText(words.noTotals)).toBeTruthy();
    cleanup();
    show({ peopleYears: ['2025'], peopleByYear: [1900] });
    expect(screen.getByText(words.noAges)).toBeTruthy();
    cleanup();
    expect(show({ kind: 'neighbour' }).container.textContent).toBe('');
  });
});
