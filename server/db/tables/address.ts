import type { AddressKind } from '#core/place/address.ts';
import { integer, nullable, real, text } from './column.ts';

/** Houses and farms; what all of a list have in common stands with its version. */
export const address = {
  version_id: integer(),
  id: text(),
  kind: text<AddressKind>(),
  /** "7A" in a street, "Bisnieki" for a farm. */
  name: text(),
  street: nullable(text()),
  village: nullable(text()),
  unit: nullable(text()),
  municipality: nullable(text()),
  postcode: nullable(text()),
  territory_id: nullable(text()),
  longitude_degrees: real(),
  latitude_degrees: real(),
};
