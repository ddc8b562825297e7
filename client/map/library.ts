/**
 * The one place that starts MapLibre: its worker comes from our own address (no blob, no inline code),
 * so that the page's strict content security policy holds.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

setWorkerUrl(workerUrl);

export * as mapLibrary from 'maplibre-gl';
