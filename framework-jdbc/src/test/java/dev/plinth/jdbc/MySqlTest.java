package dev.plinth.jdbc;

import dev.plinth.backend.Backend;
import dev.plinth.contract.ActiveRecordContract;
import dev.plinth.contract.AssignedIdContract;
import dev.plinth.contract.AssociationEdgesContract;
import dev.plinth.contract.AssociationSpecificationContract;
import dev.plinth.contract.AuditContract;
import dev.plinth.contract.BasicTypesContract;
import dev.plinth.contract.BatchContract;
import dev.plinth.contract.BatchLoadingContract;
import dev.plinth.contract.ChangeTrackingContract;
import dev.plinth.contract.CollectionSpecificationContract;
import dev.plinth.contract.ComparisonContract;
import dev.plinth.contract.ConcurrencyContract;
import dev.plinth.contract.ConverterContract;
import dev.plinth.contract.CrudRepositoryContract;
import dev.plinth.contract.DetachedContract;
import dev.plinth.contract.ElementCollectionContract;
import dev.plinth.contract.EmbeddableContract;
import dev.plinth.contract.EngineSuite;
import dev.plinth.contract.ErrorContract;
import dev.plinth.contract.FetchPlanContract;
import dev.plinth.contract.FlushContract;
import dev.plinth.contract.FlushPlanContract;
import dev.plinth.contract.GeneratedIdContract;
import dev.plinth.contract.GraphCascadeContract;
import dev.plinth.contract.GraphEdgesContract;
import dev.plinth.contract.GraphFlushContract;
import dev.plinth.contract.GraphIdentityContract;
import dev.plinth.contract.GraphSafetyContract;
import dev.plinth.contract.HierarchyAssociationContract;
import dev.plinth.contract.HierarchyEdgesContract;
import dev.plinth.contract.IdClassContract;
import dev.plinth.contract.IdentityIdContract;
import dev.plinth.contract.IdentityMapContract;
import dev.plinth.contract.JoinedContract;
import dev.plinth.contract.JoinedIdentityContract;
import dev.plinth.contract.JsonContract;
import dev.plinth.contract.LazyCollectionContract;
import dev.plinth.contract.LazyReferenceContract;
import dev.plinth.contract.LoadingContract;
import dev.plinth.contract.LookupContract;
import dev.plinth.contract.MapCollectionContract;
import dev.plinth.contract.MappedSuperclassContract;
import dev.plinth.contract.MappingByCodeContract;
import dev.plinth.contract.MessageContract;
import dev.plinth.contract.OptimisticLockingContract;
import dev.plinth.contract.OrderContract;
import dev.plinth.contract.PlinthContract;
import dev.plinth.contract.PolymorphicReferenceContract;
import dev.plinth.contract.Provocation;
import dev.plinth.contract.ReadOnlyContract;
import dev.plinth.contract.RecordContract;
import dev.plinth.contract.RefContract;
import dev.plinth.contract.ReferenceContract;
import dev.plinth.contract.ReferenceSchemaContract;
import dev.plinth.contract.RepositoryContract;
import dev.plinth.contract.RepositoryScopeContract;
import dev.plinth.contract.SchemaContract;
import dev.plinth.contract.SealedHierarchyContract;
import dev.plinth.contract.ShapesContract;
import dev.plinth.contract.SingleTableContract;
import dev.plinth.contract.SoftDeleteContract;
import dev.plinth.contract.SpecificationErrorContract;
import dev.plinth.contract.SubDocumentContract;
import dev.plinth.contract.SynchronizationContract;
import dev.plinth.contract.TablePerClassContract;
import dev.plinth.contract.TestEngine;
import dev.plinth.contract.TextContract;
import dev.plinth.contract.TransactionContract;
import dev.plinth.contract.TypesContract;
import dev.plinth.contract.UnloadedContract;
import dev.plinth.contract.UnwrittenColumnContract;
import dev.plinth.contract.ValidationContract;
import dev.plinth.contract.ValueLimitsContract;
import dev.plinth.contract.WrittenValueContract;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The contracts, on MySQL. */
@MySql.OnGivenServer
@DisplayName("MySQL")
final class MySqlTest extends EngineSuite {
    /** A new database for every test. */
    interface OnMySql extends TestEngine {
        @Override
        default Backend database() {
            return MySql.databases().backend();
        }

        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return Provoking.backend(
                    backend,
                    error,
                    jdbc -> jdbc.pool(pool -> pool.setConnectionInitSql("set session transaction read only")));
        }
    }

    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                MySqlPropertiesTest.class,
                MySqlHistoriesTest.class,
                MySqlGraphHistoriesTest.class,
                MySqlWalksTest.class,
                MySqlTypesTest.class);
    }

    @Nested
    final class GraphSafety extends GraphSafetyContract implements OnMySql {}

    @Nested
    final class GraphEdges extends GraphEdgesContract implements OnMySql {}

    @Nested
    final class AssociationEdges extends AssociationEdgesContract implements OnMySql {}

    @Nested
    final class HierarchyEdges extends HierarchyEdgesContract implements OnMySql {}

    @Nested
    final class PolymorphicReference extends PolymorphicReferenceContract implements OnMySql {}

    @Nested
    final class Reference extends ReferenceContract implements OnMySql {}

    @Nested
    final class Lookup extends LookupContract implements OnMySql {}

    @Nested
    final class MapCollection extends MapCollectionContract implements OnMySql {}

    @Nested
    final class ReferenceSchema extends ReferenceSchemaContract implements OnMySql {}

    @Nested
    final class ActiveRecord extends ActiveRecordContract implements OnMySql {}

    @Nested
    final class AssignedId extends AssignedIdContract implements OnMySql {}

    @Nested
    final class Audit extends AuditContract implements OnMySql {}

    @Nested
    final class BasicTypes extends BasicTypesContract implements OnMySql {}

    @Nested
    final class Batch extends BatchContract implements OnMySql {}

    @Nested
    final class ChangeTracking extends ChangeTrackingContract implements OnMySql {}

    @Nested
    final class Concurrency extends ConcurrencyContract implements OnMySql {}

    @Nested
    final class CrudRepository extends CrudRepositoryContract implements OnMySql {}

    @Nested
    final class Detached extends DetachedContract implements OnMySql {}

    @Nested
    final class ElementCollection extends ElementCollectionContract implements OnMySql {}

    @Nested
    final class Embeddable extends EmbeddableContract implements OnMySql {}

    @Nested
    final class Error extends ErrorContract implements OnMySql {}

    @Nested
    final class Flush extends FlushContract implements OnMySql {}

    @Nested
    final class PlanOfAFlush extends FlushPlanContract implements OnMySql {}

    @Nested
    final class Loading extends LoadingContract implements OnMySql {}

    @Nested
    final class LazyCollections extends LazyCollectionContract implements OnMySql {}

    @Nested
    final class BatchLoading extends BatchLoadingContract implements OnMySql {}

    @Nested
    final class Shapes extends ShapesContract implements OnMySql {}

    @Nested
    final class LazyReferences extends LazyReferenceContract implements OnMySql {}

    @Nested
    final class Holders extends RefContract implements OnMySql {}

    @Nested
    final class FetchPlans extends FetchPlanContract implements OnMySql {}

    @Nested
    final class Unloaded extends UnloadedContract implements OnMySql {}

    @Nested
    final class GraphFlush extends GraphFlushContract implements OnMySql {}

    @Nested
    final class SubDocument extends SubDocumentContract implements OnMySql {}

    @Nested
    final class GraphCascade extends GraphCascadeContract implements OnMySql {}

    @Nested
    final class GraphIdentity extends GraphIdentityContract implements OnMySql {}

    @Nested
    final class AssociationSpecification extends AssociationSpecificationContract implements OnMySql {}

    @Nested
    final class GeneratedId extends GeneratedIdContract implements OnMySql {}

    @Nested
    final class IdentityId extends IdentityIdContract implements OnMySql {}

    @Nested
    final class IdentityMap extends IdentityMapContract implements OnMySql {}

    @Nested
    final class OptimisticLocking extends OptimisticLockingContract implements OnMySql {}

    @Nested
    final class Record extends RecordContract implements OnMySql {}

    @Nested
    final class Repository extends RepositoryContract implements OnMySql {}

    @Nested
    final class RepositoryScope extends RepositoryScopeContract implements OnMySql {}

    @Nested
    final class Schema extends SchemaContract implements OnMySql {}

    @Nested
    final class SoftDelete extends SoftDeleteContract implements OnMySql {}

    @Nested
    final class Synchronization extends SynchronizationContract implements OnMySql {}

    @Nested
    final class Transaction extends TransactionContract implements OnMySql {}

    @Nested
    final class Types extends TypesContract implements OnMySql {}

    @Nested
    final class ValueLimits extends ValueLimitsContract implements OnMySql {}

    @Nested
    final class CollectionSpecification extends CollectionSpecificationContract implements OnMySql {}

    @Nested
    final class Comparison extends ComparisonContract implements OnMySql {}

    @Nested
    final class Order extends OrderContract implements OnMySql {}

    @Nested
    final class SpecificationError extends SpecificationErrorContract implements OnMySql {}

    @Nested
    final class Text extends TextContract implements OnMySql {}

    @Nested
    final class Validation extends ValidationContract implements OnMySql {}

    @Nested
    final class IdClass extends IdClassContract implements OnMySql {}

    @Nested
    final class UnwrittenColumn extends UnwrittenColumnContract implements OnMySql {}

    @Nested
    final class WrittenValue extends WrittenValueContract implements OnMySql {}

    @Nested
    final class ReadOnly extends ReadOnlyContract implements OnMySql {}

    @Nested
    final class Converter extends ConverterContract implements OnMySql {}

    @Nested
    final class Json extends JsonContract implements OnMySql {}

    @Nested
    final class MappingByCode extends MappingByCodeContract implements OnMySql {}

    @Nested
    final class MappedSuperclass extends MappedSuperclassContract implements OnMySql {}

    @Nested
    final class SingleTable extends SingleTableContract implements OnMySql {}

    @Nested
    final class Joined extends JoinedContract implements OnMySql {}

    @Nested
    final class TablePerClass extends TablePerClassContract implements OnMySql {}

    @Nested
    final class SealedHierarchy extends SealedHierarchyContract implements OnMySql {}

    @Nested
    final class HierarchyAssociation extends HierarchyAssociationContract implements OnMySql {}

    @Nested
    final class JoinedIdentity extends JoinedIdentityContract implements OnMySql {}

    @Nested
    final class Message extends MessageContract implements OnMySql {}

    @Nested
    final class Plinth extends PlinthContract implements OnMySql {}
}
