using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime;

namespace JobMgmt.Aws.Protocols;

/// <summary>Turns wire text into a string or the constant of that value.</summary>
internal static class TextValue
{
    private static readonly ConcurrentDictionary<Type, ConstructorInfo> _constructors = new();
    private static readonly ConcurrentDictionary<(Type Type, string Value), object> _constants = new();

    // A value that AWS added later than us becomes a constant of that value, as in the SDK.
    public static object Of(Type type, string text) => typeof(ConstantClass).IsAssignableFrom(type)
        ? _constants.GetOrAdd((type, text), key => Constant(key.Type, key.Value))
        : text;

    private static object Constant(Type type, string text) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ConstantClass>()
            .FirstOrDefault(constant => constant.Value == text)
        ?? _constructors.GetOrAdd(type, key => key.GetConstructor([typeof(string)])!).Invoke([text]);
}
