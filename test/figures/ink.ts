import { overlap } from '#core/map/scene/geometry.ts';
import { smallestType } from '#core/map/scene/label.ts';
import type { Box, Scene, Text } from '#core/map/scene/primitives.ts';
import { measureText } from '#server/figures/fonts.ts';

export const texts = (scene: Scene): Text[] =>
  scene.groups.flatMap(({ shapes }) => shapes.filter((shape) => shape.shape === 'text'));

/** Paper that the letters of a text take. */
const inkOf = ({ at: [x, y], text, size, weight, anchor }: Text): Box => {
  const width = measureText(text, size, weight);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.7, bottom: y + size * 0.18 };
};

/** Texts that are too small, off the page, or over another text. */
export const flawsOf = (scene: Scene): string[] => {
  const inks = texts(scene).map((text) => ({ text, ink: inkOf(text) }));
  const alone = inks.flatMap(({ text, ink }) => [
    ...(text.size < smallestType ? [`too small: ${text.text}`] : []),
    ...(ink.left < 0 || ink.right > scene.width || ink.bottom > scene.height
      ? [`off the page: ${text.text}`]
      : []),
  ]);
  const clashes = inks.flatMap((one, i) =>
    inks
      .slice(i + 1)
      .filter((other) => overlap(one.ink, other.ink))
      .map((other) => `over each other: ${one.text.text} | ${other.text.text}`),
  );
  return [...alone, ...clashes];
};
