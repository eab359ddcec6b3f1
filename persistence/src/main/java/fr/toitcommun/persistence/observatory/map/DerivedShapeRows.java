package fr.toitcommun.persistence.observatory.map;

import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Keeps derived shapes: to work them out takes many seconds, to read them a fraction of one. */
public final class DerivedShapeRows {
  /** Another number for another way to derive them: those kept before are not used any more. */
  private static final int WAY = 1;

  private final Jdbi jdbi;

  /** In this database. */
  public DerivedShapeRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What shapes are derived from, as a SHA-256. */
  public static String fingerprint(
      Collection<Municipality> municipalities, Collection<String> approximate) {
    Set<String> unsure = Set.copyOf(approximate);
    String all =
        municipalities.stream()
            .map(
                one ->
                    String.join(
                        ";",
                        one.code(),
                        one.departementCode(),
                        String.valueOf(one.epciSiren()),
                        String.valueOf(one.longitude()),
                        String.valueOf(one.latitude()),
                        String.valueOf(unsure.contains(one.code()))))
            .collect(Collectors.toCollection(TreeSet::new))
            .toString();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((WAY + all).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The shapes derived from what has this fingerprint; nothing when none are kept. */
  public Optional<Shapes> find(String fingerprint) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select shapes from derived_shapes where fingerprint = :one")
                    .bind("one", fingerprint)
                    .mapTo(byte[].class)
                    .findOne())
        .map(DerivedShapeRows::read);
  }

  /** Keeps shapes in the place of those kept before. */
  public void keep(String fingerprint, Shapes shapes) {
    jdbi.useHandle(
        handle -> {
          handle.execute("delete from derived_shapes where fingerprint <> ?", fingerprint);
          handle.execute(
              "insert into derived_shapes (fingerprint, shapes) values (?, ?)"
                  + " on conflict do nothing",
              fingerprint,
              written(shapes));
        });
  }

  static byte[] written(Shapes shapes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WKBWriter writer = new WKBWriter();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      for (TerritoryLevel level : TerritoryLevel.values()) {
        Map<String, Geometry> ofLevel = shapes.of(level);
        out.writeInt(ofLevel.size());
        for (Map.Entry<String, Geometry> one : ofLevel.entrySet()) {
          byte[] shape = writer.write(one.getValue());
          out.writeUTF(one.getKey());
          out.writeInt(shape.length);
          out.write(shape);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Shapes read(byte[] written) {
    Map<TerritoryLevel, Map<String, Geometry>> byLevel = new EnumMap<>(TerritoryLevel.class);
    WKBReader reader = new WKBReader();
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(written)))) {
      for (TerritoryLevel level : TerritoryLevel.values()) {
        Map<String, Geometry> ofLevel = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
          String code = in.readUTF();
          ofLevel.put(code, reader.read(in.readNBytes(in.readInt())));
        }
        byLevel.put(level, ofLevel);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("A derived shape cannot be read", e);
    }
    return new Shapes(byLevel);
  }
}
