import type { Words } from '#core/language/index.ts';

/** Names of MapLibre's own controls in the reader's language. */
export const controlWords = (map: Words['access']['map']): Readonly<Record<string, string>> => ({
  'NavigationControl.ZoomIn': map.zoomIn,
  'NavigationControl.ZoomOut': map.zoomOut,
  'ScaleControl.Meters': 'm',
  'ScaleControl.Kilometers': 'km',
  'CooperativeGesturesHandler.WindowsHelpText': map.ctrlScroll,
  'CooperativeGesturesHandler.MacHelpText': map.cmdScroll,
  'CooperativeGesturesHandler.MobileHelpText': map.touch,
  'Marker.Title': map.pins,
});
