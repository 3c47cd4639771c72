// The prelude of a Gizmo session (JavaScript 5.1): a function of the
// session's configuration that puts checked objects in the place of Cayley's.
//
// Cayley's own objects never leave this function. What a query holds is an
// object with a handle, a number that only the function can turn back into
// the object behind it; so no argument reaches Cayley unless it was made
// here, or is a string, number, boolean or date.
(function (config) {
  "use strict";

  var raw = {g: g, iri: iri, bnode: bnode, str: str, lang: lang, typed: typed,
             lt: lt, lte: lte, gt: gt, gte: gte, regex: regex, like: like};
  var global = Function("return this")();
  var PATH = {}, TERM = {}, FILTER = {}; // prototypes, one a kind
  var held = [];

  // hold gives the object that stands for a value. Of a path, nodes are the
  // nodes that it begins and ends with, and oneWay tells that Cayley cannot
  // follow it backwards.
  function hold(kind, value, nodes, oneWay) {
    var o = Object.create(kind);
    Object.defineProperty(o, "handle", {value: held.length});
    held[held.length] = {kind: kind, value: value, nodes: nodes, oneWay: oneWay};
    return o;
  }

  function find(o) {
    var h = o !== null && typeof o === "object" ? o.handle : undefined;
    return typeof h === "number" ? held[h] : undefined;
  }

  function behind(o, kind, wanted) {
    var h = find(o);
    if (h === undefined || h.kind !== kind) throw new TypeError("expected " + wanted + ", got " + describe(o));
    return h.value;
  }

  function describe(o) {
    if (o === null || o === undefined) return String(o);
    if (find(o)) return find(o).kind === PATH ? "a path" : find(o).kind === TERM ? "a term" : "a filter";
    return typeof o === "string" ? JSON.stringify(o) : "a value of type " + typeof o;
  }

  function text(x, what) {
    if (typeof x !== "string") throw new TypeError("expected " + what + ", got " + describe(x));
    return x;
  }

  function count(x) {
    if (typeof x !== "number" || !(x >= 0) || x > 1e9) throw new TypeError("expected a number from 0, got " + describe(x));
    return Math.floor(x);
  }

  // Names.

  // expand gives "isn:agent" in full, or undefined where x has no known prefix.
  function expand(x) {
    var colon = x.indexOf(":");
    if (colon < 0 || /\s/.test(x)) return undefined;
    var prefix = x.substring(0, colon);
    return Object.prototype.hasOwnProperty.call(config.prefixes, prefix) ? config.prefixes[prefix] + x.substring(colon + 1) : undefined;
  }

  // inAngles gives what stands between < and >, or undefined.
  function inAngles(x) {
    return x.length > 2 && x.charAt(0) === "<" && x.charAt(x.length - 1) === ">" ? x.substring(1, x.length - 1) : undefined;
  }

  // named gives the IRIs that a predicate's name stands for.
  function named(x) {
    if (Object.prototype.hasOwnProperty.call(config.names, x)) return config.names[x];
    var iri = inAngles(x) || expand(x);
    if (iri === undefined) throw new TypeError("unknown name " + JSON.stringify(x) + "; the names are " + Object.keys(config.names).sort().join(" "));
    return [iri];
  }

  // predicates gives the list of terms, or the one path, that stand for predicates.
  function predicates(x) {
    if (x === null || x === undefined) return null;
    var h = find(x), all = [], i, j, iris;
    if (h && h.kind === PATH) return h.value;
    if (h && h.kind === TERM) return [h.value];
    if (!Array.isArray(x)) x = [text(x, "a name")];
    for (i = 0; i < x.length; i++) {
      h = find(x[i]);
      if (h && h.kind === TERM) { all[all.length] = h.value; continue; }
      iris = named(text(x[i], "a name"));
      for (j = 0; j < iris.length; j++) all[all.length] = raw.iri(iris[j]);
    }
    if (all.length === 0) throw new TypeError("an empty list of names");
    return all;
  }

  // graphs gives the terms or the path that stand for named graphs.
  function graphs(x) {
    if (x === null || x === undefined) return null;
    var h = find(x);
    if (h && h.kind === PATH) return h.value;
    return nodes(Array.isArray(x) ? x : [x]);
  }

  function node(x) {
    switch (typeof x) {
    case "string":
      var iri = inAngles(x) || expand(x);
      if (iri !== undefined) return raw.iri(iri);
      if (/^_:./.test(x)) return raw.bnode(x.substring(2));
      return x.charAt(0) === '"' && x.length > 1 ? x : raw.str(x);
    case "number": case "boolean":
      return x;
    }
    if (x instanceof Date && !isNaN(x.getTime())) return new Date(x.getTime());
    return behind(x, TERM, "a node");
  }

  // nodes gives a flat list of terms; a term that nothing has for an empty one,
  // because to Cayley no node at all means every node.
  function nodes(list) {
    var all = [], i;
    function put(x) {
      var h = find(x), j;
      if (h && h.kind === PATH && h.nodes) {
        for (j = 0; j < h.nodes.length; j++) all[all.length] = h.nodes[j];
      } else if (Array.isArray(x)) {
        for (j = 0; j < x.length; j++) put(x[j]);
      } else {
        all[all.length] = node(x);
      }
    }
    for (i = 0; i < list.length; i++) put(list[i]);
    return all.length > 0 ? all : [raw.iri(config.nothing)];
  }

  function tags(list) {
    var all = [], i;
    function put(x) {
      if (Array.isArray(x)) { for (var j = 0; j < x.length; j++) put(x[j]); return; }
      if (x !== null && x !== undefined) all[all.length] = text(x, "a tag");
    }
    for (i = 0; i < list.length; i++) put(list[i]);
    return all;
  }

  function rest(args, from) {
    var all = [];
    for (var i = from; i < args.length; i++) all[all.length] = args[i];
    return all;
  }

  // Look-ups.

  function warn(message) { raw.g.emit({"isnad:warning": message}); }

  function start(iris) { return raw.g.V.apply(raw.g, nodes(iris)); }

  // known gives what has a folded name, as "<iri>" strings.
  function known(name) {
    return raw.g.V(raw.typed(text(name, "a name"), config.fold)).in(raw.iri(config.name)).unique().toArray();
  }

  // meant gives what a name means, and warns where that is not one thing.
  function meant(name) {
    var found = known(name);
    if (found.length === 0) warn("nothing is named " + name);
    if (found.length > 1) warn(name + " is the name of " + found.length + ": " + Array.prototype.slice.call(found, 0, 5).join(" ") + (found.length > 5 ? " …" : ""));
    return found;
  }

  function set(iris) { return hold(PATH, start([iris]), nodes([iris])); }

  function copy(found) { return Array.prototype.slice.call(found); }

  function within(iris) {
    var seen = {}, all = iris, next = iris, i;
    for (i = 0; i < iris.length; i++) seen[iris[i]] = true;
    while (next.length > 0) {
      next = copy(start([next]).in(raw.iri(config.within)).unique().toArray()).filter(function (x) { return !seen.hasOwnProperty(x); });
      for (i = 0; i < next.length; i++) seen[next[i]] = true;
      all = all.concat(next);
    }
    return all;
  }

  // Paths.

  function method(object, name, f) {
    Object.defineProperty(object, name, {value: f});
    Object.defineProperty(object, name.charAt(0).toUpperCase() + name.substring(1), {value: f});
  }

  var oneWay = {labels: true, inPredicates: true, outPredicates: true};
  var backwards = {back: true, followR: true};

  // step makes a method that goes from one path to the next.
  function step(name, f) {
    method(PATH, name, function () {
      var path = behind(this, PATH, "a path"), ends = oneWay[name] || find(this).oneWay, i, h;
      for (i = 0; i < arguments.length; i++) {
        h = find(arguments[i]);
        ends = ends || h !== undefined && h.oneWay;
      }
      if (ends && backwards[name]) throw new TypeError("a path cannot go backwards over labels or predicates");
      return hold(PATH, f(path, arguments), undefined, ends);
    });
  }

  ["in", "out", "both"].forEach(function (name) {
    step(name, function (p, args) { return p[name](predicates(args[0]), tags(rest(args, 1))); });
  });

  // any applies f for each predicate, and gives the union where there are several.
  function any(list, f) {
    if (!Array.isArray(list)) throw new TypeError("expected a name, got a path");
    var p = f(list[0]);
    for (var i = 1; i < list.length; i++) p = p.or(f(list[i]));
    return p;
  }

  ["has", "hasR"].forEach(function (name) {
    step(name, function (p, args) {
      var values = rest(args, 1), h = find(values[0]);
      if (h && h.kind === FILTER) values = values.map(function (x) { return behind(x, FILTER, "a filter"); });
      else if (values.length > 0) values = nodes(args[0] === "type" ? values.map(eventType) : values);
      return any(predicates(text(args[0], "a name") && args[0]), function (via) { return p[name].apply(p, [via].concat(values)); });
    });
  });

  function eventType(x) {
    return typeof x === "string" && Object.prototype.hasOwnProperty.call(config.types, x) ? "<" + config.types[x] + ">" : x;
  }

  ["save", "saveR", "saveOpt", "saveOptR"].forEach(function (name) {
    step(name, function (p, args) {
      var tag = args.length > 1 ? text(args[1], "a tag") : text(args[0], "a name");
      return any(predicates(args[0]), function (via) { return p[name](via, tag); });
    });
  });

  ["and", "intersect", "or", "union", "except", "difference", "follow", "followR"].forEach(function (name) {
    step(name, function (p, args) { return p[name](behind(args[0], PATH, "a path")); });
  });

  ["unique", "labels", "inPredicates", "outPredicates", "order"].forEach(function (name) {
    step(name, function (p) { return p[name](); });
  });

  ["saveInPredicates", "saveOutPredicates", "back"].forEach(function (name) {
    step(name, function (p, args) { return p[name](text(args[0], "a tag")); });
  });

  ["tag", "as"].forEach(function (name) {
    step(name, function (p, args) { return p[name].apply(p, tags(args)); });
  });

  ["limit", "skip"].forEach(function (name) {
    step(name, function (p, args) { return p[name](count(args[0])); });
  });

  step("is", function (p, args) { return p.is.apply(p, nodes(args)); });
  step("labelContext", function (p, args) { return p.labelContext(graphs(args[0]), tags(rest(args, 1))); });
  step("filter", function (p, args) {
    if (args.length === 0) throw new TypeError("expected a filter");
    return p.filter.apply(p, rest(args, 0).map(function (x) { return behind(x, FILTER, "a filter"); }));
  });
  step("followRecursive", function (p, args) {
    var via = predicates(args[0]), depth = typeof args[1] === "number" ? count(args[1]) : -1;
    if (via === null || Array.isArray(via) && via.length !== 1) throw new TypeError("expected one name or a path");
    return p.followRecursive(Array.isArray(via) ? via[0] : via, depth, tags(rest(args, typeof args[1] === "number" ? 2 : 1)));
  });

  // Ends of a path.

  function end(name, f) {
    method(PATH, name, function () { return f(behind(this, PATH, "a path"), arguments); });
  }

  end("all", function (p) { p.all(); });
  end("getLimit", function (p, args) { p.limit(count(args[0])).all(); });
  ["toArray", "tagArray"].forEach(function (name) {
    end(name, function (p, args) { return args.length > 0 ? p[name](count(args[0])) : p[name](); });
  });
  ["toValue", "tagValue", "count"].forEach(function (name) {
    end(name, function (p) { return p[name](); });
  });
  ["forEach", "map"].forEach(function (name) {
    end(name, function (p, args) {
      var callback = args[args.length - 1];
      if (typeof callback !== "function") throw new TypeError("expected a function, got " + describe(callback));
      function each(row) { callback(row); }
      if (args.length > 1) p.forEach(count(args[0]), each); else p.forEach(each);
    });
  });

  // Globals.

  function term(value) { return hold(TERM, value); }

  function iriOf(x) { x = text(x, "an IRI"); return inAngles(x) || expand(x) || x; }

  global.iri = function (x) { return term(raw.iri(iriOf(x))); };
  global.bnode = function (x) { return term(raw.bnode(text(x, "a name"))); };
  global.str = function (x) { return term(raw.str(text(x, "a string"))); };
  global.raw = function (x) { return term(node(text(x, "a string"))); };
  global.lang = function (x, tag) { return term(raw.lang(text(x, "a string"), text(tag, "a language"))); };
  global.typed = function (x, type) { return term(raw.typed(text(x, "a string"), iriOf(type))); };
  global.date = function (x) { return term(raw.typed(text(x, "a date"), config.date)); };

  ["lt", "lte", "gt", "gte"].forEach(function (name) {
    global[name] = function (x) { return hold(FILTER, raw[name](node(x))); };
  });
  global.regex = function (pattern, iris) {
    return hold(FILTER, raw.regex(raw.str(text(pattern, "a pattern")), iris === true));
  };
  global.like = function (pattern) { return hold(FILTER, raw.like(text(pattern, "a pattern"))); };

  global.entity = function (name) { return set(copy(meant(name))); };
  global.place = function (name) { return set(within(copy(meant(name)))); };
  global.document = function (id) {
    return set(copy(raw.g.V(raw.str(text(id, "an id"))).in(raw.iri(config.identifier)).unique().toArray()));
  };

  var root = {};
  ["v", "vertex"].forEach(function (name) {
    method(root, name, function () { return hold(PATH, arguments.length > 0 ? start(rest(arguments, 0)) : raw.g.V()); });
  });
  ["m", "morphism"].forEach(function (name) {
    method(root, name, function () { return hold(PATH, raw.g.M()); });
  });
  ["iri", "uri", "IRI"].forEach(function (name) { method(root, name, global.iri); });
  method(root, "emit", function (x) {
    var h = find(x);
    if (h && h.kind !== TERM) throw new TypeError("cannot emit " + describe(x));
    raw.g.emit(h ? h.value : x);
  });
  method(root, "addNamespace", function (prefix, namespace) {
    config.prefixes[text(prefix, "a prefix")] = text(namespace, "an IRI");
  });
  ["addDefaultNamespaces", "loadNamespaces"].forEach(function (name) { method(root, name, function () {}); });
  global.g = global.graph = root;

  [Object, Array, String, Function, Number, Boolean, Date, RegExp, Error, TypeError].forEach(function (type) {
    Object.freeze(type.prototype);
    Object.freeze(type);
  });
  [root, PATH, TERM, FILTER, JSON, Math].forEach(Object.freeze);
})
