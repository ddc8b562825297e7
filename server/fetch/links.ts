import { json as readJson } from 'node:stream/consumers';
import { z } from 'zod';
import { askFor, type Question } from './ask.ts';
import { FetchFailure, fromBody } from './failure.ts';
import type { Download } from './sources.ts';
import { checkStatus } from './status.ts';
import { atMost } from './stream.ts';

/** What to ask for one file. */
export interface Link {
  readonly address: URL;
  /** The host that the source itself states. */
  readonly own: URL;
  readonly post?: string;
}

const mostAnswerBytes = 5_000_000;

const resource = z.object({ url: z.url({ protocol: /^https?$/ }), name: z.string().nullish() });
const resourceAnswer = z.object({ success: z.literal(true), result: resource });
const datasetAnswer = z.object({
  success: z.literal(true),
  result: z.object({ resources: z.array(resource) }),
});

/** How a portal is asked; the clock is for answers that say when to come back. */
export type Asking = Omit<Question, 'address' | 'own' | 'post'> & { readonly nowMs: () => number };

/**
 * Where a file can be had now. A portal is asked for the present link; when it does not tell and an older one
 * is known, that is taken.
 * @throws FetchFailure `no-link` when the portal answers and has no such file, or why it did not answer.
 */
export const findLink = async ({ from }: Download, asking: Asking): Promise<Link> => {
  if (from.kind === 'address') return linkTo(from.url);
  if (from.kind === 'pxweb') return { ...linkTo(from.url), post: JSON.stringify(from.query) };
  const own = new URL(from.portal);
  if (from.kind === 'ckan-file') return { address: new URL(await linkOfFile(from, asking)), own };
  try {
    const { result } = await askPortal(from.portal, 'resource_show', from.resource, resourceAnswer, asking);
    return { address: new URL(result.url), own };
  } catch (error) {
    if (from.lastKnown === undefined || !(error instanceof FetchFailure)) throw error;
    return { address: new URL(from.lastKnown), own };
  }
};

const linkTo = (url: string): Link => ({ address: new URL(url), own: new URL(url) });

type CkanFile = Extract<Download['from'], { kind: 'ckan-file' }>;

async function linkOfFile({ portal, dataset, name }: CkanFile, asking: Asking): Promise<string> {
  const { result } = await askPortal(portal, 'package_show', dataset, datasetAnswer, asking);
  // The whole name counts: "aw_eka.csv" is not "old_aw_eka.csv" nor "aw_eka.csvs".
  const isIt = (text: string) => text.toLowerCase() === name.toLowerCase();
  const nameIn = (url: string) => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
  const found =
    result.resources.find(({ url }) => isIt(nameIn(url))) ??
    result.resources.find((each) => isIt(each.name ?? ''));
  if (found !== undefined) return found.url;
  throw new FetchFailure('no-link', { values: { host: new URL(portal).host, file: name, detail: dataset } });
}

async function askPortal<T>(
  portal: string,
  action: string,
  id: string,
  schema: z.ZodType<T>,
  asking: Asking,
): Promise<T> {
  const own = new URL(portal);
  const address = new URL(`${portal.replace(/\/$/, '')}/api/3/action/${action}`);
  address.searchParams.set('id', id);
  const answer = await askFor({ ...asking, address, own });
  checkStatus(answer, asking.nowMs());
  const refuse = (detail: string) =>
    new FetchFailure('no-link', { values: { host: own.host, file: id, detail } });
  let json: unknown;
  try {
    json = await readJson(answer.message.pipe(atMost(mostAnswerBytes)));
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse('JSON?');
    throw fromBody(error, own.host);
  } finally {
    answer.message.destroy();
  }
  const found = schema.safeParse(json);
  if (found.success) return found.data;
  throw refuse(found.error.issues[0]?.path.join('.') || '?');
}
