import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWarning } from '#core/language/warnings.ts';
import { Problem } from '#core/problem.ts';
import type { Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { readPlaces } from '#server/db/queries/places.ts';
import { createImports } from '#server/import/index.ts';
import { readSurvey, type SurveySurroundings } from '#server/import/survey/survey-rows.ts';
import { lightApp } from '../server/light.ts';
import { openTestDatabase, root, type TestDatabase, testClock, tukums } from './harness.ts';
import { csv } from './surroundings.ts';

let database: TestDatabase;
let imports: Imports;
let around: SurveySurroundings;
const folder = mkdtempSync(join(tmpdir(), 'survey-test-'));
beforeAll(async () => {
  database = await openTestDatabase();
  const log = { error: () => undefined };
  imports = createImports({
    database,
    region: tukums,
    clock: testClock,
    onImported: async () => undefined,
    log,
  });
  const { territories } = await readPlaces(database.db);
  around = { territories, takenQuestions: new Set() };
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const heading = 'question id,question lv,group,territory,n,value,unit,date,source,licence,min n';
const row = (territory: string, n: number | string, value: number | string, more = ',CC BY 4.0,') =>
  `q,Vai esat apmierināti?,all,${territory},${n},${value},percent,2026-10,aptauja${more}`;

const read = (...rows: string[]) => readSurvey(csv(heading, ...rows), around);
const faultsOf = async (...rows: string[]) => {
  try {
    await read(...rows);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return (error as Problem).faults.map(({ row: at, field, fault }) => `${at} ${field} ${fault}`);
  }
  throw new Error('the survey was accepted');
};
const bring = (list: string, ...rows: string[]) => {
  const path = join(folder, `${list}.csv`);
  writeFileSync(path, csv(heading, ...rows));
  return imports.importFiles('survey', list, [{ name: `${list}.csv`, path }]);
};

describe('results of a survey', () => {
  it('find their territory by id, name, code of either generation and lost zeros', async () => {
    const { territories } = around;
    const parish = territories.find(({ id }) => id === 'slampes-pagasts');
    const texts = [
      'slampes-pagasts',
      'Slampes pag.',
      parish?.atvk2009 ?? '',
      String(Number(parish?.atvk2009)),
    ];
    for (const text of texts) {
      expect((await read(row(text, 34, 55.9))).rows[0]?.territoryId, text).toBe('slampes-pagasts');
    }
    expect((await read(row('Tukuma novads', 34, 55.9))).rows[0]?.territoryId).toBe('tukuma-novads');
  });

  it('name every fault by row and field, and nothing is read', async () => {
    expect(
      await faultsOf(
        row('Nekurienes pag.', 34, 55.9),
        row('Tukums', -1, 55.9),
        row('Tukums', 3.5, 55.9),
        row('Kandava', 34, 100.1),
        row('Kandava', 34, ''),
        row('Tumes pag.', 'daudz', 1),
        `q,Cits,all,Tukums,34,1,points,oktobrī,,`,
      ),
    ).toEqual([
      '2 territory unknown-reference',
      '3 n out-of-range',
      '4 n malformed',
      '5 value out-of-range',
      '6 value missing',
      '7 n not-a-number',
      '8 date malformed',
      '8 unit not-one-of',
      '8 source missing',
      '8 licence missing',
    ]);
  });

  it('may be told once only, in one wording and one unit', async () => {
    const other = row('Kandava', 34, 4.2).replace('percent', 'mean-1-5').replace('esat', 'bijāt');
    expect(await faultsOf(row('Tukums', 34, 55.9), row('tukums', 35, 56), other)).toEqual([
      '3 question duplicate',
      '4 unit not-one-of',
      '4 questionLv not-one-of',
    ]);
  });

  it('are hidden under ten answers, or what the file asks for, and never under five', async () => {
    const stated = (min: string) => `,CC BY 4.0,${min}`;
    const shown = async (n: number, min: string) =>
      (await read(row('Tukums', n, 50, stated(min)))).rows.map(({ hidden, answers, value }) => [
        hidden,
        answers,
        value,
      ]);
    expect(await shown(9, '')).toEqual([['few', null, null]]);
    expect(await shown(10, '')).toEqual([[null, 10, 50]]);
    expect(await shown(29, '30')).toEqual([['few', null, null]]);
    expect(await shown(5, '5')).toEqual([[null, 5, 50]]);
    expect(await faultsOf(row('Tukums', 9, 50, stated('4')))).toEqual(['2 minN out-of-range']);
    const two = [row('Tukums', 9, 50, stated('5')), row('Kandava', 9, 50, stated('8'))];
    expect(await faultsOf(...two)).toEqual(['3 minN not-one-of']);
  });

  it('say which were hidden without a number of them', async () => {
    const rows = [
      row('tukuma-novads', 100, 50),
      row('Tukums', 8, 12.5),
      row('Kandava', 40, 55),
      row('Tumes pag.', 52, 52),
    ];
    const { findings, rows: results } = await read(...rows);
    expect(results.map(({ hidden }) => hidden)).toEqual([null, 'few', 'protects', null]);
    expect(findings.list().map((finding) => sayWarning(finding, 'lv'))).toEqual([
      '3. rinda: rezultāts paslēpts: mazāk par 10 atbildēm',
      '4. rinda: rezultāts paslēpts, lai no tā nevarētu izrēķināt citu, kurā ir mazāk par 10 atbildēm',
    ]);
  });
});

describe('a survey that somebody brings', () => {
  it('stands beside others, is told by territory and question, and hidden numbers are nowhere', async () => {
    const report = await bring(
      'first',
      row('tukuma-novads', 100, 50),
      row('Tukums', 8, 12.625),
      row('Kandava', 40, 55),
      row('Tumes pag.', 52, 52.125),
    );
    expect(report).toMatchObject({ dataset: 'survey', list: 'first', rows: 4 });
    const data = createData(database.db);
    const all = await data.listSurveyResults({ territoryId: null, questionId: null });
    expect(all.map(({ territoryId, answers, value }) => [territoryId, answers, value])).toEqual([
      ['tukuma-novads', 100, 50],
      ['tukums', null, null],
      ['kandava', null, null],
      ['tumes-pagasts', 52, 52.125],
    ]);
    const { rows } = await database.db
      .selectFrom('survey_result')
      .selectAll()
      .execute()
      .then((found) => ({ rows: found }));
    expect(JSON.stringify(rows)).not.toMatch(/12\.625|:8[,}]|:40[,}]|:55[,}]/);
    const one = await data.listSurveyResults({ territoryId: 'tukums', questionId: 'q' });
    expect(one).toMatchObject([
      { hidden: 'few', source: 'aptauja', licence: 'CC BY 4.0', surveyedOn: '2026-10' },
    ]);
  });

  it('may not ask what another list asks, changes nothing when it is the same, and is replaced by its name', async () => {
    await expect(bring('second', row('Tukums', 34, 50))).rejects.toMatchObject({
      faults: [{ row: 2, field: 'question', fault: 'duplicate' }],
    });
    const again = await bring('first', row('Tukums', 34, 50));
    expect(again.rows).toBe(1);
    expect((await bring('first', row('Tukums', 34, 50))).warnings).toContainEqual({
      code: 'same-file',
      values: {},
    });
    const data = createData(database.db);
    expect(await data.listSurveyResults({ territoryId: null, questionId: null })).toHaveLength(1);
  });

  it('comes as a workbook as well: the template', async () => {
    const path = join(root, 'geodata/templates/survey.xlsx');
    const report = await imports.importFiles('survey', 'sample', [{ name: 'survey.xlsx', path }]);
    expect(report.rows).toBe(7);
  });
});

describe('GET /api/v1/survey', () => {
  it('answers with method, versions and reasons, as JSON and CSV', async () => {
    const data = createData(database.db);
    const app = lightApp({ data: { listSurveyResults: (query) => data.listSurveyResults(query) } });
    await bring('first', row('tukuma-novads', 100, 50), row('Tukums', 8, 12.625), row('Kandava', 92, 55));
    const { body } = await request(app).get('/api/v1/survey?territory=tukums&question=q').expect(200);
    expect(body.method.id).toBe('survey');
    expect(body.result).toMatchObject([{ territoryId: 'tukums', hidden: 'few', answers: null, value: null }]);
    const table = await request(app).get('/api/v1/survey?f=csv').expect(200);
    expect(table.text).toContain('tukums,2026-10,percent,,,few,10,aptauja,CC BY 4.0');
    expect(table.text).not.toContain('12.625');
    await request(app).get('/api/v1/survey?territori=tukums').expect(400);
  });
});
