import { fontFamily } from './layers/layer.ts';
import type { Area, Line, Point, Scene, Shape, Text } from './scene/primitives.ts';

/**
 * A scene as SVG text: the same bytes for the same scene, no reference to anything outside the file.
 * `fontFaces` is CSS with the fonts as data addresses, or "" to leave them to the reader's machine.
 */
export const toSvg = (scene: Scene, fontFaces = ''): string => {
  const { width, height, widthMm, language, title, description } = scene;
  const heightMm = (height / width) * widthMm;
  const groups = scene.groups
    .filter(({ shapes }) => shapes.length > 0)
    .map(({ id, shapes }) => `<g id="${escapeXml(id)}">\n${shapes.map(element).join('\n')}\n</g>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" xml:lang="${language}" role="img" ` +
      `aria-labelledby="figure-title figure-description" width="${number(widthMm)}mm" height="${number(heightMm)}mm" ` +
      `viewBox="0 0 ${number(width)} ${number(height)}">`,
    `<title id="figure-title">${escapeXml(title)}</title>`,
    `<desc id="figure-description">${escapeXml(description)}</desc>`,
    ...(fontFaces === '' ? [] : [`<style>${fontFaces}</style>`]),
    ...groups,
    '</svg>',
    '',
  ].join('\n');
};

/** XML text or attribute value; signs that XML 1.0 cannot hold are left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** At most two decimals, never "-0". */
const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);

const element = (shape: Shape): string => {
  switch (shape.shape) {
    case 'area':
      return area(shape);
    case 'line':
      return line(shape);
    case 'text':
      return text(shape);
  }
};

const path = (points: readonly Point[], isClosed: boolean): string => {
  const steps = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`);
  const distinct = steps.filter((step, i) => i === 0 || step.slice(1) !== steps[i - 1]?.slice(1));
  return distinct.join('') + (isClosed ? 'Z' : '');
};

const area = ({ rings, fill }: Area): string =>
  `<path fill="${fill}" fill-rule="evenodd" d="${rings.map((ring) => path(ring, true)).join('')}"/>`;

const line = ({ lines, stroke, width, dash, isClosed }: Line): string =>
  `<path fill="none" stroke="${stroke}" stroke-width="${number(width)}" stroke-linejoin="round" stroke-linecap="round"` +
  `${dash === undefined ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`}` +
  ` d="${lines.map((points) => path(points, isClosed ?? false)).join('')}"/>`;

/** A halo is a second text below: `paint-order` is not understood everywhere. */
const text = ({ at: [x, y], text: content, size, weight, anchor, fill, halo }: Text): string => {
  const common =
    `x="${number(x)}" y="${number(y)}" font-family="'${fontFamily}', sans-serif" font-size="${number(size)}" ` +
    `font-weight="${weight}" text-anchor="${anchor}"`;
  const letters = escapeXml(content);
  const under =
    halo === undefined
      ? ''
      : `<text ${common} fill="none" stroke="${halo.colour}" stroke-width="${number(halo.width)}" ` +
        `stroke-linejoin="round" aria-hidden="true">${letters}</text>`;
  return `${under}<text ${common} fill="${fill}">${letters}</text>`;
};
