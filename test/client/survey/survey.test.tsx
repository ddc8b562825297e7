import '../with-words.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { surveyWords } from '#core/language/survey-words.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import AccessPage from '../../../client/features/access/page.tsx';
import { SurveyPanel } from '../../../client/survey-panel.tsx';
import { accessAddress, fakeApi, open } from '../access/fake-api.tsx';
import { toyAnswer, toyResponse } from '../access/toy-answers.ts';

vi.mock('../../../client/map/access-map.tsx', () => ({ AccessMap: () => null }));

const result = (more: Partial<SurveyResult> = {}): SurveyResult => ({
  questionId: 'content',
  questionLv: 'Apmierināti ar kultūras pieejamību',
  questionEn: 'Satisfied with access to culture',
  groupId: 'all',
  groupLv: 'visi',
  groupEn: 'everybody',
  territoryId: 'toytown',
  surveyedOn: '2026-10-24',
  unit: 'percent',
  hidden: null,
  answers: 34,
  value: 55.9,
  minAnswers: 10,
  source: 'Pašvaldības aptauja',
  licence: 'CC BY 4.0',
  ...more,
});
const hidden = (more: Partial<SurveyResult>): SurveyResult =>
  result({ hidden: 'few', answers: null, value: null, ...more });
const response = (...results: SurveyResult[]) => ({
  result: results,
  method: { id: 'survey', href: 'http://map.test/api/v1/methods/survey' },
  dataVersions: [],
  isModel: false,
  caveats: [],
});

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a territory', () => {
  test('tells what its residents answered, with n, date and source, and why something is hidden', async () => {
    const asked = fakeApi({
      '/api/v1/survey': response(
        result(),
        hidden({ groupId: 'old', groupLv: '65 un vecāki' }),
        hidden({ groupId: 'car', groupLv: 'ar automašīnu', hidden: 'protects' }),
        result({
          questionId: 'mark',
          questionLv: 'Cik labi?',
          unit: 'mean-1-5',
          value: 3.84,
          surveyedOn: '2025-10',
        }),
      ),
    });
    open(<SurveyPanel territoryId="toytown" />, '/');
    const table = await screen.findByRole('table', { name: surveyWords.lv.caption });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(asked).toEqual(['/api/v1/survey?lang=lv&territory=toytown']);
    const source = '2026. gada 24. oktobris, Pašvaldības aptauja, CC BY 4.0';
    const question = `Apmierināti ar kultūras pieejamību${source}`;
    expect(rows.map((row) => row.textContent?.replaceAll('\u00a0', ' '))).toEqual([
      `${question}visi55,9 % (n = 34)`,
      `${question}65 un vecākipaslēpts: mazāk par 10 atbildēm`,
      `${question}ar automašīnupaslēpts, lai no tā nevarētu izrēķināt citu, kurā ir mazāk par 10 atbildēm`,
      'Cik labi?2025. gada oktobris, Pašvaldības aptauja, CC BY 4.0visi3,8 no 5 (vidējais, 1–5) (n = 34)',
    ]);
    expect(screen.getByRole('link', { name: surveyWords.lv.method }).getAttribute('href')).toBe(
      '/api/v1/methods/survey',
    );
  });

  test('where nobody was asked says nothing, and a failure is seen', async () => {
    fakeApi({ '/api/v1/survey': response() });
    const { container } = open(<SurveyPanel territoryId="toytown" />, '/', 'en');
    await vi.waitFor(() => expect(container.textContent).toBe(''));
    cleanup();
    fakeApi({});
    open(<SurveyPanel territoryId="toytown" />, '/', 'en');
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});

describe('the table of parishes', () => {
  const [first, second] = toyAnswer().territories;
  const answers = (...results: SurveyResult[]) => ({
    '/api/v1/access/nearest': toyResponse(toyAnswer()),
    '/api/v1/collections/venues/items': { features: [] },
    '/api/v1/collections/population/items': { features: [] },
    '/api/v1/survey': response(...results),
  });

  test('has a column of the newest survey beside the measured values, and never a 0 for what is hidden', async () => {
    fakeApi(
      answers(
        result({ territoryId: first?.id ?? '' }),
        result({ territoryId: first?.id ?? '', surveyedOn: '2020-01-01', value: 11.1 }),
        hidden({ territoryId: second?.id ?? '' }),
        result({ territoryId: first?.id ?? '', groupId: 'old', value: 22.2 }),
      ),
    );
    open(<AccessPage />, accessAddress());
    const title = 'Apmierināti ar kultūras pieejamību – aptauja, 2026. gada 24. oktobris';
    const head = await screen.findByRole('columnheader', {
      name: (name) => name.replaceAll('\u00a0', ' ').includes(title),
    });
    const table = head.closest('table') as HTMLTableElement;
    const column = [...(head.parentElement?.children ?? [])].indexOf(head);
    const cells = [...table.rows]
      .slice(1)
      .map((row) => row.cells[column]?.textContent?.replaceAll('\u00a0', ' '));
    expect(cells).toContain('55,9 % (n = 34)');
    expect(cells).toContain(surveyWords.lv.hidden);
    expect(cells.filter((text) => text !== '55,9 % (n = 34)' && text !== surveyWords.lv.hidden)).toEqual(
      Array.from({ length: cells.length - 2 }, () => surveyWords.lv.notAsked),
    );
    expect(table.textContent).not.toMatch(/11,1|22,2/);
    const note = screen.getByRole('complementary', { name: surveyWords.lv.title });
    expect(note.textContent?.replaceAll('\u00a0', ' ')).toContain(
      'Pašvaldības aptauja, CC BY 4.0, 2026. gada 24. oktobris',
    );
    expect(note.textContent?.replaceAll('\u00a0', ' ')).toContain('mazāk par 10 atbildēm');
  });

  test('has none where there is no survey', async () => {
    fakeApi(answers());
    open(<AccessPage />, accessAddress());
    await screen.findAllByRole('columnheader');
    expect(screen.queryByText(/aptauja,/)).toBeNull();
    expect(screen.queryByRole('complementary', { name: surveyWords.lv.title })).toBeNull();
  });
});
