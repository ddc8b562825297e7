import { median, timed } from './measure.ts';
import { type Figure, ms } from './print.ts';

/** Widths in millimetres, so that no two figures are the same. */
const widths = [160, 161, 162, 163, 164];

/** Kept figures in both languages, and one as pixels, from a running server. */
export async function figureFigures(url: string): Promise<Figure[]> {
  const kept: number[] = [];
  let last = '';
  for (const widthMm of widths) {
    const { milliseconds, result } = await timed(() => keep(url, widthMm));
    kept.push(milliseconds);
    last = result;
  }
  const { milliseconds: png } = await timed(() => read(fetch(`${url}/f/${last}.png`)));
  return [
    { what: 'first figure, drawn in both languages and kept', value: ms(kept[0] ?? 0) },
    { what: `median of the ${kept.length - 1} after it`, value: ms(median(kept.slice(1))) },
    { what: 'a figure as PNG, 300 dpi', value: ms(png) },
  ];
}

async function keep(url: string, widthMm: number): Promise<string> {
  const body = await read(
    fetch(`${url}/api/v1/figures`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ measure: 'nearest', offer: 'library', widthMm }),
    }),
  );
  return (JSON.parse(new TextDecoder().decode(body)) as { id: string }).id;
}

async function read(asked: Promise<Response>): Promise<ArrayBuffer> {
  const response = await asked;
  const body = await response.arrayBuffer();
  if (!response.ok)
    throw new Error(
      `${response.status} from ${response.url}: ${new TextDecoder().decode(body).slice(0, 500)}`,
    );
  return body;
}
