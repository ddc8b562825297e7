import { crc32 } from 'node:zlib';

/*
 * Chunks of the PNG specification, third edition (W3C Recommendation, 2025), 11.3: the renderer writes
 * none of them, and without pHYs a word processor takes 96 dpi.
 */
const signatureAndHeader = 8 + 25;

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

const perceptual = 0;

/** Pixels per metre in both directions. */
const resolution = (dpi: number): Buffer => {
  const data = Buffer.alloc(9);
  const pixelsPerMetre = Math.round(dpi / 0.0254);
  data.writeUInt32BE(pixelsPerMetre, 0);
  data.writeUInt32BE(pixelsPerMetre, 4);
  data[8] = 1;
  return chunk('pHYs', data);
};

/** Uncompressed international text in UTF-8. */
const text = (keyword: string, language: string, value: string): Buffer =>
  chunk('iTXt', Buffer.from(`${keyword}\0\0\0${language}\0\0${value}`, 'utf8'));

/** A PNG with resolution, colour space, title and description written after its header. */
export const withChunks = (
  png: Uint8Array,
  about: {
    readonly dpi: number;
    readonly language: string;
    readonly title: string;
    readonly description: string;
  },
): Uint8Array =>
  Buffer.concat([
    png.subarray(0, signatureAndHeader),
    chunk('sRGB', Uint8Array.of(perceptual)),
    resolution(about.dpi),
    text('Title', about.language, about.title),
    text('Description', about.language, about.description),
    png.subarray(signatureAndHeader),
  ]);
