import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { FetchFailure } from './failure.ts';

/** Addresses that lead into a private network, this machine, or nowhere (IANA special-purpose registries). */
const insideIPv4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const;
const insideIPv6 = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

const inside = new BlockList();
for (const [net, prefix] of insideIPv4) inside.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of insideIPv6) inside.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address, IPv4 mapped into IPv6 included, is none of the open internet. */
export const isPrivate = (address: string): boolean =>
  inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Where a source may lead: its own host wherever that is, and the open internet; never from there into a
 * private network. Compare with `own`, the address that the source states.
 */
const mayBePrivate = (address: URL, own: URL): boolean => address.host === own.host;

/**
 * Refuses an address that must not be asked. Names are looked at again when they are resolved
 * ({@link guardedLookup}), because a name can stand for any address.
 * @throws FetchFailure `private-address`
 */
export const checkAddress = (address: URL, own: URL): void => {
  const host = hostOf(address);
  if (mayBePrivate(address, own) || isIP(host) === 0 || !isPrivate(host)) return;
  throw new FetchFailure('private-address', { values: { host } });
};

/** Resolves names as the system does, and refuses those that stand for a private address. */
export const guardedLookup = (address: URL, own: URL): LookupFunction => {
  const isFree = mayBePrivate(address, own);
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[] | undefined) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) return callback(error ?? new Error('ENOTFOUND'), '');
      if (!isFree && found?.some((each) => isPrivate(each.address))) {
        return callback(new FetchFailure('private-address', { values: { host: hostname } }), '');
      }
      if (options.all) return callback(null, found ?? []);
      return callback(null, first.address, first.family);
    });
  };
};

/**
 * Where a redirection leads.
 * @throws FetchFailure `unsafe-redirect` for another protocol, a step down from https, or a name and password
 * in the address; `private-address`.
 */
export const followTo = (location: string | undefined, from: URL, own: URL): URL => {
  const unsafe = () =>
    new FetchFailure('unsafe-redirect', { values: { host: from.host, target: location ?? '-' } });
  if (location === undefined || !URL.canParse(location, from)) throw unsafe();
  const target = new URL(location, from);
  const isWeb = target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:');
  if (!isWeb || target.username !== '' || target.password !== '') throw unsafe();
  checkAddress(target, own);
  return target;
};
