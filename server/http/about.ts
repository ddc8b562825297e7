import type { AboutResponse } from '#core/contract/about.ts';
import type { Endpoints } from '#core/contract/index.ts';
import { type Handler, jsonBody } from './call.ts';

export const about: Handler<Endpoints['about']> = ({ versions }, site) => {
  const answer: AboutResponse = {
    region: site.region,
    dataVersions: versions,
    isModel: versions.some((version) => version.isModel),
    softwareVersion: site.softwareVersion,
  };
  return jsonBody(answer);
};
