// What a TV of 2018 (Chrome 53) lacks of the language and the libraries on board rely on, by core-js, each part only put in
// where it is missing. Syntax is lowered by the build. What is used and lacks here is found by e2e/tv-build.test.ts.

import 'core-js/modules/es.array.at.js';
import 'core-js/modules/es.array.find-last.js';
import 'core-js/modules/es.array.flat.js';
import 'core-js/modules/es.array.flat-map.js';
import 'core-js/modules/es.global-this.js';
import 'core-js/modules/es.object.entries.js';
import 'core-js/modules/es.object.from-entries.js';
import 'core-js/modules/es.object.has-own.js';
import 'core-js/modules/es.object.values.js';
import 'core-js/modules/es.promise.finally.js';
import 'core-js/modules/es.string.at-alternative.js';
import 'core-js/modules/es.string.pad-start.js';
import 'core-js/modules/web.queue-microtask.js';
