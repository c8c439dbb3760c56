using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace JobMgmt.Aws.Protocols;

/// <summary>A request, response or model type as the wire sees it, read from its properties once.</summary>
internal sealed class WireType
{
    private static readonly ConcurrentDictionary<Type, WireType> _known = new();
    private static readonly WireType _milliseconds = new(typeof(DateTime), WireKind.TimestampMilliseconds);

    private readonly Lazy<IReadOnlyList<WireMember>> _members;
    private readonly Lazy<IReadOnlyDictionary<string, WireMember>> _byCamelName;
    private readonly Lazy<IReadOnlyDictionary<string, WireMember>> _byName;

    private WireType(Type clrType, WireKind kind)
    {
        ClrType = clrType;
        Kind = kind;
        Element = kind == WireKind.List ? Of(clrType.GetGenericArguments()[0]) : null;
        _members = new(() => ReadMembers(clrType));
        _byCamelName = new(() => _members.Value.ToDictionary(member => member.WireName(camelCase: true), StringComparer.Ordinal));
        _byName = new(() => _members.Value.ToDictionary(member => member.WireName(camelCase: false), StringComparer.Ordinal));
    }

    public Type ClrType { get; }

    public WireKind Kind { get; }

    /// <summary>What a list holds; null for everything else.</summary>
    public WireType? Element { get; }

    public IReadOnlyList<WireMember> Members => _members.Value;

    public static WireType Of(Type clrType) => _known.GetOrAdd(Nullable.GetUnderlyingType(clrType) ?? clrType, type => new(type, KindOf(type)));

    /// <summary>The member of that wire name, or null for one that this version does not know.</summary>
    public WireMember? Member(string wireName, bool camelCase) =>
        (camelCase ? _byCamelName : _byName).Value.TryGetValue(wireName, out var member) ? member : null;

    private static WireKind KindOf(Type type) => type switch
    {
        _ when type == typeof(string) || typeof(ConstantClass).IsAssignableFrom(type) => WireKind.Text,
        _ when type == typeof(bool) => WireKind.Boolean,
        _ when type == typeof(int) || type == typeof(long) => WireKind.Integer,
        _ when type == typeof(DateTime) => WireKind.Timestamp,
        _ when type == typeof(Dictionary<string, string>) => WireKind.Map,
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) => WireKind.List,
        _ => WireKind.Structure,
    };

    // The SDK's own base classes carry transport properties (ResponseMetadata, HttpStatusCode): only ours are members.
    private static List<WireMember> ReadMembers(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.DeclaringType!.Assembly == typeof(WireType).Assembly)
            .Select(property => new WireMember(
                property,
                property.IsDefined(typeof(EpochMillisecondsAttribute)) ? _milliseconds : Of(property.PropertyType)))];
}
