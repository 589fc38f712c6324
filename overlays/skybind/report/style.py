"""How a report looks. Two sets of colours, by what the reader's system wants; text has a contrast of 4.5 or more."""

from __future__ import annotations

__all__ = ["STYLE"]

STYLE = """
:root{--paper:#fff;--ink:#1a1d21;--soft:#535b66;--line:#d5dae1;--box:#f4f6f8;--good:#13693a;--bad:#a81e1e;--wait:#7a5200;
--go:#1d5cab;--dot:#101418;--halo:#fff;--c0:#f2a65a;--c1:#c6dbef;--c2:#7fb2d9;--c3:#3d7fb8;--gap:#c2185b}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e8eaed;--soft:#a9b1bc;--line:#39414b;--box:#1e2329;
--good:#6fd39a;--bad:#ff9a94;--wait:#f0c25e;--go:#8fbcf5;--dot:#fff;--halo:#14171b;--c0:#b8651b;--c1:#23405c;--c2:#2f658f;
--c3:#4a93c9;--gap:#ff6fa5}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:1080px;margin:0 auto;padding:24px 16px}
h1{font-size:1.5rem;margin:0 0 8px;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:32px 0 8px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:12px 0}
dt,footer,figcaption,em{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.state{display:inline-block;margin:0;padding:2px 12px;border:2px solid;border-radius:4px;
font-weight:bold;color:var(--go)}
.done{color:var(--good)}.failed,.stopped{color:var(--bad)}.held,.unknown{color:var(--wait)}
.created,.queued,.running{color:var(--go)}
#warnings ul{border-left:4px solid var(--wait);background:var(--box);margin:0;padding:8px 16px 8px 32px}
#warnings li{margin:6px 0}figure{margin:0}
#map{display:block;width:100%;max-height:90vh;border:1px solid var(--line);background:var(--box)}
#map text{fill:var(--ink);font-size:18px}.ink{fill:none;stroke:var(--ink);stroke-width:2}.arrow{fill:var(--ink)}
.c0{fill:var(--c0)}.c1{fill:var(--c1)}.c2{fill:var(--c2)}.c3{fill:var(--c3)}
.outline{fill:none;stroke:var(--ink);stroke-width:.6;opacity:.35}
.dot{fill:var(--dot);stroke:var(--halo);stroke-width:1}
.gap{fill:none;stroke:var(--gap);stroke-width:4}
.legend span{margin-right:16px;white-space:nowrap}.legend i{display:inline-block;width:14px;height:14px;
margin-right:6px;vertical-align:-2px;border:1px solid var(--line)}
.k0{background:var(--c0)}.k1{background:var(--c1)}.k2{background:var(--c2)}
.k3{background:var(--c3)}.kgap{border:3px solid var(--gap)!important;border-radius:50%}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(140px,1fr));gap:10px;margin-top:12px}
.pictures img{width:100%;display:block}.pictures figcaption{font-size:.75rem;overflow-wrap:anywhere}
.pictures figure:target{outline:3px solid var(--go)}
.bar{display:block;width:100%;height:20px}.b-done{fill:var(--good)}.b-failed,.b-stopped{fill:var(--bad)}
.b-held,.b-unknown{fill:var(--wait)}.b-running{fill:var(--go)}.b-created,.b-queued{fill:var(--soft)}
#timeline ol{padding-left:0;list-style:none}#timeline li{border-bottom:1px solid var(--line);padding:3px 0}
time{font-variant-numeric:tabular-nums;color:var(--soft)}
table{border-collapse:collapse}th,td{text-align:left;padding:2px 16px 2px 0;border-bottom:1px solid var(--line);
overflow-wrap:anywhere}code{display:inline-block;background:var(--box);padding:2px 6px;overflow-wrap:anywhere}
footer{margin-top:40px;font-size:.85rem}
@media print{#map{max-height:none}details{display:none}}
"""
