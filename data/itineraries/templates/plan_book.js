"use strict";
(() => {
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const filters = document.querySelector(".filters");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map("map", { attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomSnap: 0.25, zoomAnimation: !still });

  L.control.zoom(data.zoom).addTo(map);

  const popup = (lines) => {
    const box = document.createElement("div");
    lines.forEach((line, index) => {
      const row = box.appendChild(document.createElement("p"));
      row.append(index ? line : Object.assign(document.createElement("b"), { textContent: line }));
    });
    return box;
  };

  const bounds = L.latLngBounds([...data.sites, ...data.depots].map((place) => place.point));
  if (data.outlines) {
    const outlines = L.geoJSON(data.outlines, { interactive: false, style: { color: "#6d7a70", weight: 1, fillColor: "#fff", fillOpacity: 0.6 } }).addTo(map);
    bounds.extend(outlines.getBounds());
  }

  const routes = data.routes.map((route) => ({
    ...route,
    line: L.polyline(route.points, { color: route.colour, weight: 3, opacity: 0.85 }).bindTooltip(popup([route.label]), { sticky: true }),
  }));

  const look = (site) => {
    if (site.served >= site.people) return { color: "#1f6b3a", fillColor: "#6fae85" };
    return site.served ? { color: "#7d5200", fillColor: "#e6b95c" } : { color: "#a3281f", fillColor: "#ffffff" };
  };
  const largestFirst = [...data.sites].sort((a, b) => b.people - a.people);
  const sites = largestFirst.map((site) => ({
    ...site,
    mark: L.circleMarker(site.point, { radius: 4 + Math.sqrt(site.people) * 0.55, weight: 2, fillOpacity: 0.85, ...look(site) }).bindPopup(popup(site.lines)),
  }));
  const byId = new Map(sites.map((site) => [site.id, site]));

  data.depots.forEach((depot) => {
    const icon = L.divIcon({ className: "square", iconSize: [14, 14] });
    L.marker(depot.point, { icon, alt: depot.name, title: depot.name }).bindPopup(popup([depot.name])).addTo(map);
  });

  data.names.forEach((place) => {
    L.tooltip({ permanent: true, direction: "center", className: "place", offset: [0, 16], content: Object.assign(document.createElement("span"), { textContent: place.name }) }).setLatLng(place.point).addTo(map);
  });

  const chosen = (name) => new Set([...filters.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
  const show = (layer, wanted) => (wanted ? layer.addTo(map) : layer.remove());
  const apply = () => {
    const dates = chosen("date");
    const teams = chosen("team");
    const wanted = (date, team) => dates.has(date) && (team === undefined || teams.has(team));
    routes.forEach((route) => show(route.line, wanted(route.date, route.team)));
    sites.forEach((site) => show(site.mark, !site.trips.length || site.trips.some(([date, team]) => wanted(date, team))));
    document.querySelectorAll("[data-date]").forEach((part) => {
      part.hidden = !wanted(part.dataset.date, part.dataset.team);
    });
  };
  filters.addEventListener("change", apply);
  filters.addEventListener("reset", () => setTimeout(apply));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-site]");
    const site = link && byId.get(link.dataset.site);
    if (!site) return;
    map.setView(site.point, Math.max(map.getZoom(), 12));
    site.mark.addTo(map).openPopup();
  });

  const tiles = () => L.tileLayer("https://tile.openstreetmap.org/{z}/{x}/{y}.png", { maxZoom: 18 });
  let basemap = null;
  document.getElementById("basemap").addEventListener("change", (event) => {
    basemap = basemap || tiles();
    show(basemap, event.target.checked);
    if (event.target.checked) L.control.attribution({ prefix: false }).addAttribution("© OpenStreetMap").addTo(map);
  });

  const fit = () => map.invalidateSize({ animate: false }).fitBounds(bounds.pad(0.03), { animate: false });
  fit();
  apply();
  matchMedia("print").addEventListener("change", fit);
  addEventListener("beforeprint", fit);
})();
